import type { JsonObject } from '../../json.js';

/** What one word means in a context. */
export interface Term {
  /** `@id`, `@type` or an absolute IRI. */
  iri: string;
  /** The same as N-Quads write it between two blanks. */
  predicate: string;
  /** `@id` or `@type`. */
  isKeyword: boolean;
  /** How plain values are read: `@id`, `@vocab` or the IRI of a datatype; undefined for plain text. */
  type: string | undefined;
  /** The context that counts inside values of this term, or inside nodes of this type. */
  scope: JsonObject | undefined;
  /** May stand before a colon. */
  isPrefix: boolean;
  isProtected: boolean;
  /** The definition uses something that is legal and not proven here; documents that use the word are declined. */
  unproven: string | undefined;
  /** Everything above but `isProtected`, to be compared with another definition. */
  fingerprint: string;
}
