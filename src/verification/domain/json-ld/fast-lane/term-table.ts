import type { JsonObject } from '../../json.js';
import { decline } from './declined.js';
import { type Definitions, defineTerms } from './define-terms.js';
import { isPlainIri } from './iri.js';
import type { Term } from './term.js';

/**
 * Where a context comes from decides two things: whether protected words may change, and whether it still counts in
 * the nodes below.
 */
export type Scope = 'document' | 'property' | 'type';

/** Says no when too many tables were made. */
export interface TableBudget {
  spend(): void;
}

/**
 * All words that hold at one place of a document, worked out once for each way of getting there and then shared by all
 * documents; a table never changes.
 */
export class TermTable {
  private readonly derived = new Map<Scope, Map<JsonObject, TermTable>>();

  constructor(
    private readonly definitions: Definitions,
    /** The table that counts again one node further down, when this one comes from a type. */
    readonly previous: TermTable | undefined,
  ) {}

  static empty(): TermTable {
    return new TermTable({ terms: new Map(), vocabulary: undefined }, undefined);
  }

  term(name: string): Term | undefined {
    return this.definitions.terms.get(name);
  }

  /** The table inside a context; the same context object gives the same table. */
  within(local: JsonObject, scope: Scope, budget: TableBudget): TermTable {
    const known = this.derived.get(scope) ?? new Map<JsonObject, TermTable>();
    this.derived.set(scope, known);
    const found = known.get(local);
    if (found) return found;
    budget.spend();
    const definitions = defineTerms(local, this.definitions, scope === 'property');
    const made = new TermTable(definitions, scope === 'type' ? (this.previous ?? this) : this.previous);
    known.set(local, made);
    return made;
  }

  /** A type or another word of the vocabulary, as an absolute IRI. */
  iriOfWord(text: string): string {
    const term = this.term(text);
    if (!term) return this.iriOfReference(text);
    if (term.unproven !== undefined) decline(term.unproven);
    return term.iri.startsWith('@') ? decline('a keyword as a value') : term.iri;
  }

  /** An id or a link, as an absolute IRI; relative ones are declined. */
  iriOfReference(text: string): string {
    const colon = text.indexOf(':');
    if (colon <= 0 || text.startsWith('_:')) return decline('a relative IRI or a blank node');
    const prefix = text.startsWith('//', colon + 1) ? undefined : this.term(text.slice(0, colon));
    if (prefix?.unproven !== undefined) decline(prefix.unproven);
    const iri = prefix?.isPrefix ? prefix.iri + text.slice(colon + 1) : text;
    return isPlainIri(iri) ? iri : decline('an unusual IRI');
  }
}
