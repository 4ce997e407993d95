import { type JsonObject, isObject } from '../../json.js';
import { decline } from './declined.js';
import { literalOf } from './literal.js';
import type { Term } from './term.js';
import type { TableBudget, TermTable } from './term-table.js';

/** An IRI in angle brackets, or the number of a blank node. */
export type Subject = string | number;

/** Subject, predicate and object; objects may be literals too. */
export type Statement = readonly [Subject, string, Subject];

export interface Graph {
  statements: Statement[];
  blankNodes: number;
}

const rdfType = '<http://www.w3.org/1999/02/22-rdf-syntax-ns#type>';

/** What a document says, as statements, in one walk over its JSON. Nothing is dropped: what cannot be said is declined. */
export function statementsOf(document: JsonObject, table: TermTable, budget: TableBudget): Graph {
  const { '@context': _context, ...node } = document;
  const walk = new Walk(budget);
  walk.node(node, table, undefined);
  return walk;
}

class Walk implements Graph {
  readonly statements: Statement[] = [];
  blankNodes = 0;

  constructor(private readonly budget: TableBudget) {}

  /** @param table what counts around the node; @param scope the context of the property whose value it is */
  node(node: JsonObject, table: TermTable, scope: JsonObject | undefined): Subject {
    const keys = Object.keys(node);
    if (keys.length === 0) decline('a node that says nothing');
    let own = table.previous !== undefined && !isReference(keys, table) ? table.previous : table;
    if (scope) own = own.within(scope, 'property', this.budget);
    const types = typesIn(node, keys, own);
    const inner = this.withinTypes(types, own);
    const subject = this.subjectOf(node, keys, inner);
    for (const type of types) this.statements.push([subject, rdfType, `<${own.iriOfWord(type)}>`]);
    for (const key of keys) {
      const term = inner.term(key) ?? decline('an undefined term');
      if (term.unproven !== undefined) decline(term.unproven);
      // A word that is an alias before the types are looked at and none after, or the other way round.
      if (inner !== own && (term.iri === '@type') !== (own.term(key)?.iri === '@type'))
        decline('an alias that comes and goes');
      if (!term.iri.startsWith('@')) this.values(subject, key, term, node[key], inner);
    }
    return subject;
  }

  private withinTypes(types: string[], own: TermTable): TermTable {
    let inner = own;
    for (const type of types.length > 1 ? [...types].sort() : types) {
      const scope = own.term(type)?.scope;
      if (scope) inner = inner.within(scope, 'type', this.budget);
    }
    return inner;
  }

  private subjectOf(node: JsonObject, keys: string[], table: TermTable): Subject {
    const key = onlyAlias('@id', keys, table);
    if (key === undefined) return this.blankNodes++;
    const id = node[key];
    return typeof id === 'string' ? `<${table.iriOfReference(id)}>` : decline('an id that is no text');
  }

  private values(subject: Subject, key: string, term: Term, value: unknown, table: TermTable): void {
    // The general library looks the property up once more inside its own context.
    if (term.scope && table.within(term.scope, 'property', this.budget).term(key)?.scope !== term.scope)
      decline('a context that redefines its own property');
    for (const item of Array.isArray(value) ? (value as unknown[]) : [value]) {
      if (item === null || Array.isArray(item)) decline('null or a list in a list');
      const object = isObject(item) ? this.node(item, table, term.scope) : this.plain(item, term, table);
      this.statements.push([subject, term.written, object]);
    }
  }

  private plain(value: unknown, term: Term, table: TermTable): string {
    if (term.type !== '@id' && term.type !== '@vocab') return literalOf(value, term.type);
    if (typeof value !== 'string') return decline('a link that is no text');
    const scoped = term.scope ? table.within(term.scope, 'property', this.budget) : table;
    return `<${term.type === '@id' ? scoped.iriOfReference(value) : scoped.iriOfWord(value)}>`;
  }
}

/** A node of nothing but an id keeps the words of the type around it. */
function isReference(keys: string[], table: TermTable): boolean {
  return keys.length === 1 && keys[0] !== undefined && table.term(keys[0])?.iri === '@id';
}

function typesIn(node: JsonObject, keys: string[], table: TermTable): string[] {
  const key = onlyAlias('@type', keys, table);
  if (key === undefined) return [];
  const types: unknown[] = Array.isArray(node[key]) ? node[key] : [node[key]];
  return types.every((type) => typeof type === 'string') ? types : decline('types that are not texts');
}

/** The one key that stands for a keyword; undefined where none does. */
function onlyAlias(keyword: '@id' | '@type', keys: readonly string[], table: TermTable): string | undefined {
  let found: string | undefined;
  for (const key of keys) {
    if (table.term(key)?.iri !== keyword) continue;
    if (found !== undefined) decline(`two keys for ${keyword}`);
    found = key;
  }
  return found;
}
