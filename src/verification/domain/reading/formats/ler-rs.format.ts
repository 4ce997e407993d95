import { contextUrlsOf, type JsonObject } from '../../json.js';
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
  (credential) => contextUrlsOf(credential).some(isHrOpen) || isBareRecord(credential),
  [
    ['credentialSubject', '*', 'verifiableCredential', '*'],
    ...lists.map((list) => ['credentialSubject', '*', list, '*', 'verifications', '*']),
    ['verifiableCredential', '*'],
    ...lists.map((list) => [list, '*', 'verifications', '*']),
  ],
);

const isHrOpen = (url: string): boolean => url.includes('://schema.hropenstandards.org/');

/** A record without a credential around it: it is signed by nobody, and names its type or schema. */
function isBareRecord(json: JsonObject): boolean {
  if (Object.hasOwn(json, '@context') || Object.hasOwn(json, 'credentialSubject')) return false;
  return [json.type, json.$schema].some(
    (name) => typeof name === 'string' && (isHrOpen(name) || name === 'LER-RSType'),
  );
}
