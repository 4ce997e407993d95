/** One mark for each state of a requirement, and what it says. */
export const MARKS: Readonly<Record<string, { readonly mark: string; readonly meaning: string }>> = {
  met: { mark: '+', meaning: 'proven at the level asked for' },
  level_short: { mark: '<', meaning: 'proven, level too low' },
  level_unknown: { mark: '?', meaning: 'proven, no level stated' },
  weak_proof: { mark: '~', meaning: 'held, on weak proof' },
  adjacent: { mark: 'a', meaning: 'something related is proven' },
  unproven: { mark: 'u', meaning: 'claimed by a credential that is not verified' },
  missing: { mark: '-', meaning: 'nothing found' },
};

export const BAND_WORDS: Readonly<Record<string, string>> = {
  qualified: 'qualified',
  readySoon: 'ready soon',
  notYet: 'not yet',
};
