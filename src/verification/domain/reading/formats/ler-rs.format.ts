import { contextUrlsOf } from '../../json.js';
import { credentialFormat } from '../format.js';

/** Lists of a learner record whose entries may carry the credentials that prove them. */
const lists = [
  'certifications',
  'educationAndLearnings',
  'employmentHistories',
  'licenses',
  'skills',
  'competencies',
  'militaryHistories',
  'patents',
  'publications',
  'volunteering',
];

/**
 * Learner record of HR Open (LER-RS): what it says by itself is its owner's word, and the credentials in it have their own
 * verdicts.
 */
export const lerRs = credentialFormat(
  'ler-rs',
  (credential) => contextUrlsOf(credential).some((url) => url.includes('://schema.hropenstandards.org/')),
  [
    ['credentialSubject', '*', 'verifiableCredential', '*'],
    ...lists.map((list) => ['credentialSubject', '*', list, '*', 'verifications', '*']),
  ],
);
