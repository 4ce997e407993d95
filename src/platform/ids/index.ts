import { v7 } from 'uuid';

/** A new UUIDv7 (RFC 9562 section 5.7): unique, and in order of making within one process. */
export const newId = (): string => v7();

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/i;

/** Whether a text of a stranger may be used where the database expects a uuid. */
export const isUuid = (text: unknown): text is string => typeof text === 'string' && UUID.test(text);
