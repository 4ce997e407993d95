import type { ReadCredential } from './read-result.js';

/**
 * A résumé or learner record that is no credential itself: plain JSON that nobody signed, for which neither the rules of
 * credentials nor those of JSON-LD hold.
 */
export const isPlainRecord = ({ format, credential, securing }: ReadCredential): boolean =>
  securing === 'none' && (format === 'json-resume' || (format === 'ler-rs' && !Object.hasOwn(credential, '@context')));
