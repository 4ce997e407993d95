/** One thing that may enter a score, and where it comes from. */
export interface ScoringInput {
  readonly of: 'holding' | 'requirement' | 'group' | 'framework' | 'policy' | 'request';
  readonly name: string;
  readonly meaning: string;
}

/**
 * The allow-list of inputs, published by the API. A test reads a score through recording proxies and fails when it
 * touches anything else; a person's name, photo, age, school, hours or number of credentials is nowhere to be read.
 */
export const SCORING_INPUTS: readonly ScoringInput[] = [
  { of: 'holding', name: 'competencyId', meaning: 'the competency that a credential shows' },
  { of: 'holding', name: 'credentialId', meaning: 'names the credential; decides only which of two equals is named' },
  { of: 'holding', name: 'verdict', meaning: 'whether the credential was verified' },
  { of: 'holding', name: 'level', meaning: 'level on the scale of the organization, or unknown' },
  { of: 'holding', name: 'proof', meaning: 'how the achievement was shown, percent by the ladder' },
  { of: 'holding', name: 'trust', meaning: 'trust in the issuer, percent by the tier' },
  { of: 'holding', name: 'validFrom', meaning: 'read only where a requirement sets a maximum age' },
  { of: 'holding', name: 'validUntil', meaning: 'an expired credential counts nothing' },
  { of: 'requirement', name: 'id', meaning: 'names the requirement' },
  { of: 'requirement', name: 'competencyId', meaning: 'the competency asked for' },
  { of: 'requirement', name: 'importance', meaning: 'must, learnable or nice; decides the band' },
  { of: 'requirement', name: 'weight', meaning: '1 to 100' },
  { of: 'requirement', name: 'level', meaning: 'lowest level that meets it, or any' },
  { of: 'requirement', name: 'group', meaning: 'the group "any k of n" it belongs to' },
  { of: 'requirement', name: 'allowPartial', meaning: 'whether related and broader competencies count' },
  { of: 'requirement', name: 'maxAgeMonths', meaning: 'how old a credential may be' },
  { of: 'group', name: 'id', meaning: 'names the group' },
  { of: 'group', name: 'atLeast', meaning: 'how many members are needed' },
  { of: 'framework', name: 'relations', meaning: 'broader, related and exact relations between competencies' },
  { of: 'policy', name: 'factors', meaning: 'relation percents, thresholds and the share of an unknown level' },
  { of: 'request', name: 'asOf', meaning: 'the instant that the rules call now' },
];
