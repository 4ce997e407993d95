import { type JsonObject, isObject, listOf } from '../../json.js';
import type { ContextLibrary } from '../pinned-contexts.js';
import { type LabelHash, canonicalQuads } from './canonical-quads.js';
import { Declined, decline } from './declined.js';
import { statementsOf } from './statements.js';
import { type TableBudget, TermTable } from './term-table.js';

/** Tables are kept for all documents; a stranger who combines contexts in ever new ways must not fill the memory. */
const mostTables = 600;
/** New tables that one document may cost; each takes a fraction of a millisecond. */
const mostNewTables = 40;
const mostContexts = 10;

/** Canonical N-Quads, or why the document is left to the general lane. */
export type FastForm = { ok: true; nquads: string } | { ok: false; declined: string };

/**
 * From JSON-LD to canonical N-Quads in one walk, for documents whose every construct is proven to be read as the general
 * library reads it. Contexts are compiled once into tables of words and shared. Whatever is not proven is declined:
 * undefined words, contexts inside the document or unknown ones, graphs, lists, languages, fractions, blank nodes
 * that look alike.
 *
 * The answer may be held against a signature and nothing else: one that fits was made over exactly these bytes, while
 * one that does not may still fit what the general lane makes of the document.
 */
export class FastLane {
  private start: Start = startAt(TermTable.empty());
  private tables = 0;

  constructor(private readonly contexts: ContextLibrary) {}

  /** @param labelHash the hash by which blank nodes are put in order */
  canonicalForm(document: JsonObject, labelHash: LabelHash = 'sha256'): FastForm {
    if (this.tables > mostTables) this.forget();
    try {
      const budget = this.budgetOfOneDocument();
      const table = this.tableOf(document['@context'], budget);
      const nquads = canonicalQuads(statementsOf(document, table, budget), labelHash);
      return nquads === '' ? { ok: false, declined: 'nothing is said' } : { ok: true, nquads };
    } catch (error) {
      if (error instanceof Declined) return { ok: false, declined: error.message };
      throw error;
    }
  }

  private tableOf(context: unknown, budget: TableBudget): TermTable {
    const urls = listOf(context);
    if (urls.length === 0 || urls.length > mostContexts) return decline('no context or too many');
    if (!urls.every((url) => typeof url === 'string')) return decline('a context inside the document');
    let start = this.start;
    for (const url of urls) {
      const known = start.next.get(url);
      start = known ?? startAt(this.tableWithin(start.table, url, budget), start, url);
    }
    return start.table;
  }

  private tableWithin(start: TermTable, url: string, budget: TableBudget): TermTable {
    const document = this.contexts.get(url) as JsonObject | undefined;
    let table = start;
    for (const local of listOf(document?.['@context'] ?? decline('an unknown context')))
      table = table.within(isObject(local) ? local : decline('a context that refers'), 'document', budget);
    return table;
  }

  private budgetOfOneDocument(): TableBudget {
    let left = mostNewTables;
    return {
      spend: () => {
        if (left === 0) decline('too many new combinations of contexts');
        left -= 1;
        this.tables += 1;
      },
    };
  }

  private forget(): void {
    this.start = startAt(TermTable.empty());
    this.tables = 0;
  }
}

/** The words that hold after some contexts of a document, and with each context that may follow. */
interface Start {
  table: TermTable;
  next: Map<string, Start>;
}

function startAt(table: TermTable, after?: Start, url?: string): Start {
  const start: Start = { table, next: new Map() };
  if (after && url !== undefined) after.next.set(url, start);
  return start;
}
