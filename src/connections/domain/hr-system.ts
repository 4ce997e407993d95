/** HR systems whose signature and payload are read. `standard` is any system that signs as Standard Webhooks does. */
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
  'indeed-apply',
] as const;

export type HrSystem = (typeof HR_SYSTEMS)[number];

/** Those whose deliveries are acted on. */
export const SUPPORTED_SYSTEMS: readonly HrSystem[] = ['standard'];
