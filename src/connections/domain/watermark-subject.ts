import { createHash } from 'node:crypto';

/** What is said of a person or a job, each with its own time: a newer name says nothing about how new the e-mails are. */
export type Aspect = 'any' | 'erasure' | 'name' | 'emails' | 'dids' | 'deleted-application' | 'job';

/** The hash under which the newest time of one aspect is kept; it names nobody once the person is erased. */
export const watermarkSubject = (aspect: Aspect, externalId: { system: string; id: string }): Buffer =>
  createHash('sha256')
    .update(JSON.stringify([aspect, externalId.system, externalId.id]))
    .digest();
