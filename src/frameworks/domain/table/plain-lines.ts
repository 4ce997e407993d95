import type { TableRecord } from './table-record.js';

export interface PlainForm {
  readonly delimiter: string;
  /** Whether a quote means anything. */
  readonly quoted: boolean;
  /** Characters; a longer row is left to the parser. */
  readonly maxRow: number;
}

/**
 * Takes a table apart as long as nothing in it is quoted: then every line is a row, and splitting it takes a fraction of
 * the time of parsing it. Files of relations are like that from the beginning to the end.
 */
export class PlainLines {
  linesTaken = 0;
  /** That of the first line; undefined before it has been seen. */
  ending: '\n' | '\r\n' | undefined;
  /** What was given and not taken: the last line, or all from the first place that takes a parser. */
  rest = '';

  constructor(private readonly form: PlainForm) {}

  /** @returns undefined where the text takes a parser, which then reads on from `rest` */
  take(piece: string): TableRecord[] | undefined {
    this.rest += piece;
    this.ending ??= this.firstEnding(this.rest);
    const { ending, rest } = this;
    const end = ending === undefined ? -1 : rest.lastIndexOf(ending);
    const behind = ending === undefined || end < 0 ? rest : rest.slice(end + ending.length);
    if (!this.mayBecomePlain(behind)) return undefined;
    if (ending === undefined || end < 0) return [];
    const body = rest.slice(0, end);
    if (!this.isPlain(body, ending)) return undefined;
    const rows = body.split(ending);
    if (rows.some(({ length }) => length > this.form.maxRow)) return undefined;
    this.rest = behind;
    return this.records(rows);
  }

  private records(rows: readonly string[]): TableRecord[] {
    const records: TableRecord[] = [];
    for (const row of rows) {
      this.linesTaken += 1;
      if (row !== '') records.push({ line: this.linesTaken, cells: row.split(this.form.delimiter) });
    }
    return records;
  }

  /** Any other end of line inside would be part of a cell. */
  private isPlain(body: string, ending: '\n' | '\r\n'): boolean {
    if (this.form.quoted && body.includes('"')) return false;
    return ending === '\n' ? !body.includes('\r') : !/\r(?!\n)|(?<!\r)\n/.test(body);
  }

  /** Whether it is worth waiting for the end of this line. Where `\r` alone ends lines, it never comes. */
  private mayBecomePlain(line: string): boolean {
    if (line.length > this.form.maxRow || (this.form.quoted && line.includes('"'))) return false;
    return this.ending !== undefined || !line.slice(0, -1).includes('\r');
  }

  /** None where a quote comes before: the end of a line can stand inside quotes. */
  private firstEnding(text: string): '\n' | '\r\n' | undefined {
    const at = text.search(this.form.quoted ? /[\r\n"]/ : /[\r\n]/);
    if (text[at] === '\n') return '\n';
    return at >= 0 && text.startsWith('\r\n', at) ? '\r\n' : undefined;
  }
}
