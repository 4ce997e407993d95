import type { Reason } from './verdict.js';

/** What each reason means, for somebody who never heard of keys and lists. */
export const reasonSentences: Readonly<Record<Reason, string>> = {
  valid: 'It is genuine: the issuer signed exactly this, it is inside its dates, and it was not taken back.',
  invalid_signature: 'It is not what the issuer signed: the content or the signature was changed.',
  malformed: 'It breaks the rules of its format, so that nobody can rely on what it says.',
  unsigned: 'Nobody signed it, so anybody could have written it.',
  issuer_mismatch: 'It was signed by somebody other than the one who, it says, made it.',
  revoked: 'The issuer took it back.',
  suspended: 'The issuer suspended it.',
  expired: 'It has run out.',
  not_yet_valid: 'Its time has not come yet.',
  unresolvable_key:
    'The key or the published copy to check it with could not be had, so it cannot be told whether it is genuine.',
  binding_unproven:
    'It is signed, but nothing shows that the signature is the one that is needed: the issuer’s, or an answer to a request.',
  status_list_invalid: 'The list that would say whether it was taken back cannot be relied on.',
  status_unavailable: 'Whether it was taken back could not be found out.',
  unsupported: 'It is of a kind that is not verified here, which says nothing against it.',
};
