import type { HydrationNeed, IntakeEvent } from '../intake-event.js';

/** Asks the system's own interface. @returns undefined for what is not there (404) */
export type GetJson = (path: string) => Promise<unknown>;

/** What an event says once its ids were looked up; its own ids stay. */
export type Hydrated = Pick<IntakeEvent, 'person' | 'applications' | 'attachments' | 'documents'>;

export type FetchFromVendor = (need: HydrationNeed, event: IntakeEvent, get: GetJson) => Promise<Hydrated | undefined>;
