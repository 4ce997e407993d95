import type { RdfReading } from '../../domain/json-ld/canonical-form.js';

/** What the thread of the general lane is told at its start. */
export interface LaneSetting {
  /** Contexts of the operator, by URL. */
  contexts: readonly (readonly [string, object])[];
}

/** What it is asked; it answers with a `CanonicalForm`. */
export interface LaneQuestion {
  document: object;
  reading: RdfReading;
}

/** What the thread says first; loading its libraries must not count for a document. */
export const laneReady = 'ready';
