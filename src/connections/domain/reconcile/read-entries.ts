import { DomainError } from '../../../platform/errors/index.js';
import type { IntakeEvent, Reading } from '../intake-event.js';
import type { ChangedPage } from './list-changed.js';

/** Reads each entry for itself: one that lacks its ids is counted and holds up no other. */
export function readEntries(
  entries: readonly unknown[],
  read: (entry: unknown) => IntakeEvent | Reading,
): Pick<ChangedPage, 'events' | 'unreadable'> {
  const events: IntakeEvent[] = [];
  let unreadable = 0;
  for (const entry of entries) {
    try {
      const found = read(entry);
      if (!('kind' in found)) events.push(found);
      else if (found.kind === 'event') events.push(found.event);
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
      unreadable += 1;
    }
  }
  return { events, unreadable };
}

/** The path of the next page, where its address begins as all calls to the system do. */
export function pathWithin(apiUrl: string, address: unknown): string | undefined {
  if (typeof address !== 'string' || address === '') return undefined;
  return address.startsWith(`${apiUrl}/`) ? address.slice(apiUrl.length) : undefined;
}
