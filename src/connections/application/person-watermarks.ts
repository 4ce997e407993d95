import type { IntakeExternalId } from '../domain/intake-event.js';
import { type Aspect, watermarkSubject } from '../domain/watermark-subject.js';

/** What may be newer or older of a person. */
export const PERSONAL = ['name', 'emails', 'dids'] as const satisfies readonly Aspect[];

type Ids = readonly IntakeExternalId[];

export const subjectsOf = (externalIds: Ids, aspects: readonly Aspect[]): Buffer[] =>
  aspects.flatMap((aspect) => externalIds.map((externalId) => watermarkSubject(aspect, externalId)));

/** Whether one of the person's ids is among the hashes, for this aspect. */
export const isAmong = (known: ReadonlySet<string>, externalIds: Ids, aspect: Aspect): boolean =>
  subjectsOf(externalIds, [aspect]).some((subject) => known.has(subject.toString('hex')));
