/** HR systems of the contract. `standard` is any system that signs as Standard Webhooks does. */
export const HR_SYSTEMS = [
  'standard',
  'greenhouse',
  'lever',
  'ashby',
  'workable',
  'smartrecruiters',
  'teamtailor',
  'recruitee',
  'huntflow',
] as const;

export type HrSystem = (typeof HR_SYSTEMS)[number];

/** Those whose signature and payload are read. */
export const SUPPORTED_SYSTEMS: readonly HrSystem[] = ['standard'];
