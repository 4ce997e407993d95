import { checksOfCredential } from './checks.js';

/** What each check of a report finds out, by its id. */
export const checkQuestions: ReadonlyMap<string, string> = new Map([
  ['format', 'Could it be read at all?'],
  ['carrier', 'What was it taken out of, an image, an envelope or a link?'],
  ...checksOfCredential.map(({ id, asks }): [string, string] => [id, asks]),
  ['contained', 'Does it hold other credentials, and were they taken out to be judged on their own?'],
]);
