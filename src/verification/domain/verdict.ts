export type Verdict = 'verified' | 'failed' | 'unverifiable' | 'unsupported';

/** What can speak against a credential, the worst first. */
export const objections = [
  'invalid_signature',
  'malformed',
  'unsigned',
  'issuer_mismatch',
  'revoked',
  'suspended',
  'expired',
  'not_yet_valid',
  'unresolvable_key',
  'binding_unproven',
  'status_list_invalid',
  'status_unavailable',
  'unsupported',
] as const;

export type Objection = (typeof objections)[number];

/** Why the verdict is what it is. */
export type Reason = 'valid' | Objection;
