import type { VendorInterface } from '../hydration/fetch-from-vendor.js';
import type { IntakeEvent } from '../intake-event.js';

/** A part of what a system says has changed. */
export interface ChangedPage {
  readonly events: readonly IntakeEvent[];
  /** Entries that could not be read. */
  readonly unreadable: number;
  /** Where the list goes on; absent on the last page. */
  readonly next?: string;
}

export interface ChangedSince {
  readonly since: Date;
  /** `next` of the page before. */
  readonly cursor: string | undefined;
  readonly now: Date;
  /** The address that calls to the system begin with; addresses of next pages must begin with it too. */
  readonly apiUrl: string;
}

/** Lists the people and applications that changed in an HR system since an instant, page by page. */
export type ListChanged = (vendor: VendorInterface, request: ChangedSince) => Promise<ChangedPage>;
