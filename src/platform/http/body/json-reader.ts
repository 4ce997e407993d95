import { Malformed } from '../../errors/index.js';
import { pointerTo } from '../problem/pointer.js';

const NUMBER = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
/** What may follow a backslash, apart from `u` and four hex digits. */
const ESCAPES = '"\\/bfnrt';
const HEX = /^[0-9a-fA-F]{4}$/;
const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const BLANK = 0x20;
const TAB = 0x09;
const LINE_FEED = 0x0a;
const CARRIAGE_RETURN = 0x0d;
const LITERALS: Readonly<Record<string, { word: string; value: boolean | null }>> = {
  t: { word: 'true', value: true },
  f: { word: 'false', value: false },
  n: { word: 'null', value: null },
};

/** Reads one JSON text, in one pass, knowing at each moment where in the text and where in the document it is. */
export class JsonReader {
  private position = 0;
  private readonly path: (string | number)[] = [];

  constructor(
    private readonly text: string,
    private readonly maxDepth: number,
  ) {}

  read(): unknown {
    if (this.text.startsWith('\uFEFF'))
      throw new Malformed('invalid-json', 'JSON must not begin with a byte order mark.');
    const value = this.value(0);
    this.skipBlank();
    if (this.position < this.text.length) throw this.unexpected();
    return value;
  }

  private value(depth: number): unknown {
    this.skipBlank();
    switch (this.text[this.position]) {
      case '{':
        return this.object(depth + 1);
      case '[':
        return this.array(depth + 1);
      case '"':
        return this.string();
      default:
        return this.literalOrNumber();
    }
  }

  private object(depth: number): Record<string, unknown> {
    this.enter(depth);
    const object: Record<string, unknown> = {};
    if (this.closes('}')) return object;
    do {
      this.skipBlank();
      if (this.text[this.position] !== '"') throw this.unexpected();
      const key = this.string();
      this.path.push(key);
      if (Object.hasOwn(object, key)) throw this.refused('duplicate-key', 'The same key stands twice in one object.');
      if (key === '__proto__') throw this.refused('forbidden-key', 'The key __proto__ is not allowed.');
      this.expect(':');
      const value = this.value(depth);
      if (key === 'constructor' && typeof value === 'object' && value !== null && Object.hasOwn(value, 'prototype')) {
        throw this.refused('forbidden-key', 'The keys constructor.prototype are not allowed.');
      }
      object[key] = value;
      this.path.pop();
    } while (this.continues('}'));
    return object;
  }

  private array(depth: number): unknown[] {
    this.enter(depth);
    const array: unknown[] = [];
    if (this.closes(']')) return array;
    const place = this.path.push(0) - 1;
    do {
      this.path[place] = array.length;
      array.push(this.value(depth));
    } while (this.continues(']'));
    this.path.pop();
    return array;
  }

  private string(): string {
    const start = this.position;
    const escaped = this.skipToEndOfString();
    const raw = this.text.slice(start, this.position);
    const string = escaped ? (JSON.parse(raw) as string) : raw.slice(1, -1);
    if (string.includes('\u0000')) throw this.refused('invalid-string', 'Text must not hold the NUL character.');
    if (!string.isWellFormed()) throw this.refused('invalid-string', 'Text must not hold half of a surrogate pair.');
    return string;
  }

  /** By hand, since one pattern for a whole string would keep a way back for each of a million characters. */
  private skipToEndOfString(): boolean {
    let escaped = false;
    for (this.position += 1; ; this.position += 1) {
      const code = this.text.charCodeAt(this.position);
      if (code === QUOTE) break;
      if (code === BACKSLASH) {
        escaped = true;
        this.position += this.lengthOfEscape();
      } else if (Number.isNaN(code) || code < BLANK) {
        throw this.unexpected();
      }
    }
    this.position += 1;
    return escaped;
  }

  /** @returns characters after the backslash */
  private lengthOfEscape(): number {
    const mark = this.text.charAt(this.position + 1);
    if (mark !== '' && ESCAPES.includes(mark)) return 1;
    if (mark !== 'u' || !HEX.test(this.text.slice(this.position + 2, this.position + 6))) throw this.unexpected();
    return 5;
  }

  private literalOrNumber(): unknown {
    const literal = LITERALS[this.text.charAt(this.position)];
    if (literal !== undefined && this.text.startsWith(literal.word, this.position)) {
      this.position += literal.word.length;
      return literal.value;
    }
    const raw = this.match(NUMBER);
    if (raw === undefined) throw this.unexpected();
    const number = Number(raw);
    if (!Number.isFinite(number)) throw this.refused('number-out-of-range', 'The number is too large.');
    return number;
  }

  private enter(depth: number): void {
    if (depth > this.maxDepth) {
      throw this.refused('json-too-deep', `Arrays and objects may be nested at most ${this.maxDepth} deep.`);
    }
    this.position += 1;
  }

  private closes(bracket: string): boolean {
    this.skipBlank();
    if (this.text[this.position] !== bracket) return false;
    this.position += 1;
    return true;
  }

  private continues(bracket: string): boolean {
    if (this.closes(bracket)) return false;
    this.expect(',');
    return true;
  }

  private expect(mark: string): void {
    this.skipBlank();
    if (this.text[this.position] !== mark) throw this.unexpected();
    this.position += 1;
  }

  private skipBlank(): void {
    for (; ; this.position += 1) {
      const code = this.text.charCodeAt(this.position);
      if (code !== BLANK && code !== TAB && code !== LINE_FEED && code !== CARRIAGE_RETURN) return;
    }
  }

  private match(pattern: RegExp): string | undefined {
    pattern.lastIndex = this.position;
    if (!pattern.test(this.text)) return undefined;
    const start = this.position;
    this.position = pattern.lastIndex;
    return this.text.slice(start, this.position);
  }

  private refused(code: string, message: string): Malformed {
    return new Malformed(code, message, [{ pointer: pointerTo(this.path), code, message }]);
  }

  private unexpected(): Malformed {
    const before = this.text.slice(0, this.position);
    const line = before.split('\n').length;
    const column = this.position - before.lastIndexOf('\n');
    const what = this.position >= this.text.length ? 'unexpected end' : 'unexpected character';
    const message = `This is not JSON: ${what} at line ${line}, column ${column}.`;
    return new Malformed('invalid-json', message, [{ pointer: pointerTo(this.path), code: 'invalid-json', message }]);
  }
}
