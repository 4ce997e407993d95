import type { TableRecord } from './table-record.js';

export interface RecordForm {
  readonly delimiter: string;
  /** Whether a quote means anything. */
  readonly quoted: boolean;
  /** A longer record is left to the parser, which refuses it. */
  readonly maxRecordBytes: number;
}

interface FoundRecord {
  readonly cells: string[];
  /** Where the next one begins. */
  readonly next: number;
  /** Ends of lines inside of quotes. */
  readonly breaks: number;
}

/** `more`: the record does not end here; `other`: what it is takes a parser. */
type Found = FoundRecord | 'more' | 'other';

const QUOTE = '"';
const MAX_BYTES_OF_A_CHARACTER = 3;

/**
 * Takes a table apart as long as it is well-formed: quotes stand around whole cells, and all lines end alike. Looking for
 * the next quote, delimiter and line end takes a fraction of the time of a parser that goes from byte to byte.
 */
export class WellFormedRecords {
  linesTaken = 0;
  /** That of the first line; undefined before it has been seen. */
  ending: '\n' | '\r\n' | undefined;
  /** What was given and not taken: the last record, or all from the first place that takes a parser. */
  rest = '';

  constructor(private readonly form: RecordForm) {}

  /** @returns what could be taken, and whether the text takes a parser, which then reads on from `rest` */
  take(piece: string): { readonly records: TableRecord[]; readonly takesParser: boolean } {
    const text = this.rest + piece;
    const records: TableRecord[] = [];
    const quotes = new NextQuote(text, this.form.quoted);
    let at = 0;
    let found: Found = 'more';
    while (at < text.length) {
      found = this.recordAt(text, at, quotes);
      if (typeof found === 'string') break;
      const isEmptyLine = found.next - at === (this.ending ?? '').length;
      if (!isEmptyLine) records.push({ line: this.linesTaken + 1, cells: found.cells });
      this.linesTaken += 1 + found.breaks;
      at = found.next;
    }
    this.rest = text.slice(at);
    return { records, takesParser: found === 'other' || this.rest.length > this.form.maxRecordBytes };
  }

  private recordAt(text: string, from: number, quotes: NextQuote): Found {
    const found = this.lineAt(text, from, quotes) ?? this.cellsAt(text, from);
    return typeof found !== 'string' && this.isTooLong(text, from, found.next) ? 'other' : found;
  }

  private isTooLong(text: string, from: number, next: number): boolean {
    const { maxRecordBytes } = this.form;
    if ((next - from) * MAX_BYTES_OF_A_CHARACTER <= maxRecordBytes) return false;
    return Buffer.byteLength(text.slice(from, next)) > maxRecordBytes;
  }

  /** A record without quotes is one line. */
  private lineAt(text: string, from: number, quotes: NextQuote): Found | undefined {
    if (this.ending === undefined) return undefined;
    const end = text.indexOf(this.ending, from);
    if (end < 0 || quotes.from(from) < end) return undefined;
    const line = text.slice(from, end);
    // Any other end of line would be part of a cell.
    if (line.includes('\r') || line.includes('\n')) return 'other';
    return { cells: line.split(this.form.delimiter), next: end + this.ending.length, breaks: 0 };
  }

  private cellsAt(text: string, from: number): Found {
    const cells: string[] = [];
    let breaks = 0;
    for (let at = from; ; at += 1) {
      const cell = this.form.quoted && text[at] === QUOTE ? quotedCell(text, at) : this.bareCell(text, at);
      if (cell === undefined) return 'more';
      cells.push(cell.text);
      breaks += cell.breaks;
      at = cell.end;
      if (text[at] === this.form.delimiter) continue;
      const next = this.behindEnding(text, at);
      return typeof next === 'number' ? { cells, next, breaks } : next;
    }
  }

  private bareCell(text: string, from: number): Cell | undefined {
    let end = from;
    while (end < text.length && text[end] !== this.form.delimiter && text[end] !== '\n' && text[end] !== '\r') end += 1;
    return end === text.length ? undefined : { text: ownText(text.slice(from, end)), end, breaks: 0 };
  }

  /** Behind a cell comes a delimiter or what ends the line; the first end of a line shows what all must be. */
  private behindEnding(text: string, at: number): number | 'more' | 'other' {
    if (text[at] === '\n') this.ending ??= '\n';
    else if (text[at] !== '\r') return 'other';
    else if (at + 1 === text.length) return 'more';
    else if (text[at + 1] === '\n') this.ending ??= '\r\n';
    return this.ending !== undefined && text.startsWith(this.ending, at) ? at + this.ending.length : 'other';
  }
}

interface Cell {
  readonly text: string;
  /** The place behind it. */
  readonly end: number;
  readonly breaks: number;
}

/** @returns undefined where the quotes do not end, or what follows them is not there yet */
function quotedCell(text: string, from: number): Cell | undefined {
  let end = text.indexOf(QUOTE, from + 1);
  let isEscaped = false;
  while (end >= 0 && text[end + 1] === QUOTE) {
    isEscaped = true;
    end = text.indexOf(QUOTE, end + 2);
  }
  if (end < 0 || end + 1 === text.length) return undefined;
  const inside = text.slice(from + 1, end);
  return {
    text: ownText(isEscaped ? inside.replaceAll('""', QUOTE) : inside),
    end: end + 1,
    breaks: /[\r\n]/.test(inside) ? (inside.match(/\r\n|\n|\r/g)?.length ?? 0) : 0,
  };
}

/**
 * A part of a text keeps the whole text in memory, two bytes to a character if any character of it takes two. Rows with
 * quotes hold texts that stay.
 */
const ownText = (part: string): string => Buffer.from(part).toString();

/** The first quote at a place or behind it, looked for once for all lines before it. */
class NextQuote {
  private at = -1;

  constructor(
    private readonly text: string,
    private readonly matters: boolean,
  ) {}

  from(place: number): number {
    if (!this.matters) return Infinity;
    if (this.at < place) {
      const found = this.text.indexOf(QUOTE, place);
      this.at = found < 0 ? Infinity : found;
    }
    return this.at;
  }
}
