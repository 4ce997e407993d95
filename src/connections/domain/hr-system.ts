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

/** Those that count only 200 as taken. The others are told 202. */
const COUNT_ONLY_200: ReadonlySet<HrSystem> = new Set(['greenhouse', 'workable', 'recruitee']);

/** The status that tells the system its delivery was taken, so that it does not send it again. */
export const takenStatus = (system: HrSystem): 200 | 202 => (COUNT_ONLY_200.has(system) ? 200 : 202);

/** Those that ask for a secret of ours when they are set up. The others make it themselves and show it. */
const TAKE_OUR_SECRET: ReadonlySet<HrSystem> = new Set(['standard', 'greenhouse', 'ashby', 'huntflow']);

export const takesOurSecret = (system: HrSystem): boolean => TAKE_OUR_SECRET.has(system);
