import { type JsonObject, isObject } from '../../json.js';
import { decline } from './declined.js';
import { literalOf } from './literal.js';
import type { Term } from './term.js';
import type { TableBudget, TermTable } from './term-table.js';

/** What is said of one subject. */
export interface Group {
  /** An IRI in angle brackets with a blank after it, or the number of a blank node. */
  subject: string | number;
  said: Statement[];
  /** Whether blank nodes are among the objects. */
  pointsToBlanks: boolean;
}

/** What a line says of its subject, in the two parts that lines are put together of. */
export interface Statement {
  /** An IRI in angle brackets with a blank after it. */
  predicate: string;
  /** An IRI or a literal with the end of the line after it, or the number of a blank node. */
  object: string | number;
}

export interface Graph {
  /** Each subject of which something is said, once. */
  groups: Group[];
  blankNodes: number;
}

const rdfType = '<http://www.w3.org/1999/02/22-rdf-syntax-ns#type> ';

/** What a document says, as statements, in one walk over its JSON. Nothing is dropped: what cannot be said is declined. */
export function statementsOf(document: JsonObject, table: TermTable, budget: TableBudget): Graph {
  const walk = new Walk(budget);
  walk.document(document, table);
  return walk;
}

class Walk implements Graph {
  readonly groups: Group[] = [];
  blankNodes = 0;
  private readonly named = new Map<string, Group>();

  constructor(private readonly budget: TableBudget) {}

  /** The outermost node, whose contexts have been read. */
  document(document: JsonObject, table: TermTable): void {
    const keys = Object.keys(document).filter((key) => key !== '@context');
    this.nodeWith(keys, document, table, undefined);
  }

  /** @param table what counts around the node; @param scope the context of the property whose value it is */
  private node(node: JsonObject, table: TermTable, scope: JsonObject | undefined): string | number {
    return this.nodeWith(Object.keys(node), node, table, scope);
  }

  private nodeWith(keys: string[], node: JsonObject, table: TermTable, scope: JsonObject | undefined): string | number {
    if (keys.length === 0) decline('a node that says nothing');
    let own = table.previous !== undefined && !isReference(keys, table) ? table.previous : table;
    if (scope) own = own.within(scope, 'property', this.budget);
    const types = typesIn(node, keys, own);
    const inner = this.withinTypes(types, own);
    const id = idIn(node, keys, inner);
    const group = this.groupOf(id === undefined ? this.blankNodes++ : `<${id}> `);
    for (const type of types) group.said.push({ predicate: rdfType, object: `<${own.iriOfWord(type)}> .\n` });
    for (const key of keys) {
      const term = inner.term(key) ?? decline('an undefined term');
      if (term.unproven !== undefined) decline(term.unproven);
      // A word that is an alias before the types are looked at and none after, or the other way round.
      if (inner !== own && (term.iri === '@type') !== (own.term(key)?.iri === '@type'))
        decline('an alias that comes and goes');
      if (!term.isKeyword) this.values(group, key, term, node[key], inner);
    }
    return id === undefined ? group.subject : `<${id}> .\n`;
  }

  private groupOf(subject: string | number): Group {
    const known = typeof subject === 'string' ? this.named.get(subject) : undefined;
    if (known) return known;
    const group: Group = { subject, said: [], pointsToBlanks: false };
    this.groups.push(group);
    if (typeof subject === 'string') this.named.set(subject, group);
    return group;
  }

  private withinTypes(types: string[], own: TermTable): TermTable {
    let inner = own;
    for (const type of types.length > 1 ? [...types].sort() : types) {
      const scope = own.term(type)?.scope;
      if (scope) inner = inner.within(scope, 'type', this.budget);
    }
    return inner;
  }

  private values(group: Group, key: string, term: Term, value: unknown, table: TermTable): void {
    // The general library looks the property up once more inside its own context.
    if (term.scope && table.within(term.scope, 'property', this.budget).term(key)?.scope !== term.scope)
      decline('a context that redefines its own property');
    if (!Array.isArray(value)) this.value(group, term, value, table);
    else for (const item of value) this.value(group, term, item, table);
  }

  private value(group: Group, term: Term, value: unknown, table: TermTable): void {
    if (value === null || Array.isArray(value)) decline('null or a list in a list');
    const object = isObject(value) ? this.node(value, table, term.scope) : this.plain(value, term, table);
    if (typeof object === 'number') group.pointsToBlanks = true;
    group.said.push({ predicate: term.predicate, object });
  }

  private plain(value: unknown, term: Term, table: TermTable): string {
    if (term.type !== '@id' && term.type !== '@vocab') return `${literalOf(value, term.type)} .\n`;
    if (typeof value !== 'string') return decline('a link that is no text');
    const scoped = term.scope ? table.within(term.scope, 'property', this.budget) : table;
    return `<${term.type === '@id' ? scoped.iriOfReference(value) : scoped.iriOfWord(value)}> .\n`;
  }
}

/** The absolute IRI that names a node; undefined for a blank one. */
function idIn(node: JsonObject, keys: readonly string[], table: TermTable): string | undefined {
  const key = onlyAlias('@id', keys, table);
  if (key === undefined) return undefined;
  const id = node[key];
  return typeof id === 'string' ? table.iriOfReference(id) : decline('an id that is no text');
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
