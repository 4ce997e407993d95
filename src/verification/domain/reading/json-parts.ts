/** A value inside a JSON text: where it stands (RFC 6901) and its own text, exactly as it was written. */
export interface JsonPart {
  pointer: string;
  source: string;
}

/**
 * The parts of a JSON text at a path, so that a document inside another one keeps its bytes: numbers, escapes, order and
 * blanks included. The text must have been read by a strict parser before; nothing is checked here.
 *
 * @param path names of members; `*` stands for each element of a list, and for the value itself where it is no list
 */
export function* partsAt(text: string, path: readonly string[]): Generator<JsonPart> {
  yield* partsBelow(text, afterBlanks(text, 0), path, '');
}

function* partsBelow(text: string, start: number, path: readonly string[], pointer: string): Generator<JsonPart> {
  const [step, ...rest] = path;
  if (step === undefined) {
    yield { pointer, source: text.slice(start, endOfValue(text, start)) };
  } else if (step === '*') {
    if (text[start] === '[') {
      let index = 0;
      for (const element of elementsOf(text, start)) {
        yield* partsBelow(text, element, rest, `${pointer}/${index}`);
        index += 1;
      }
    } else {
      yield* partsBelow(text, start, rest, pointer);
    }
  } else if (text[start] === '{') {
    for (const member of membersOf(text, start))
      if (member.key === step) yield* partsBelow(text, member.start, rest, `${pointer}/${escaped(step)}`);
  }
}

/** Where the elements of the list that opens at `start` begin. */
function* elementsOf(text: string, start: number): Generator<number> {
  let at = afterBlanks(text, start + 1);
  while (at < text.length && text[at] !== ']') {
    yield at;
    at = afterBlanks(text, endOfValue(text, at));
    if (text[at] === ',') at = afterBlanks(text, at + 1);
  }
}

function* membersOf(text: string, start: number): Generator<{ key: string; start: number }> {
  let at = afterBlanks(text, start + 1);
  while (at < text.length && text[at] !== '}') {
    const end = endOfString(text, at);
    const value = afterBlanks(text, afterBlanks(text, end) + 1);
    yield { key: JSON.parse(text.slice(at, end)) as string, start: value };
    at = afterBlanks(text, endOfValue(text, value));
    if (text[at] === ',') at = afterBlanks(text, at + 1);
  }
}

/** Position after the value that begins at `start`. */
function endOfValue(text: string, start: number): number {
  const first = text[start];
  if (first === '"') return endOfString(text, start);
  if (first !== '{' && first !== '[') return endOfWord(text, start);
  let depth = 0;
  for (let at = start; at < text.length; at += 1) {
    const letter = text[at];
    if (letter === '"') at = endOfString(text, at) - 1;
    else if (letter === '{' || letter === '[') depth += 1;
    else if (letter === '}' || letter === ']') {
      depth -= 1;
      if (depth === 0) return at + 1;
    }
  }
  return text.length;
}

function endOfString(text: string, start: number): number {
  let at = start + 1;
  while (at < text.length && text[at] !== '"') at += text[at] === '\\' ? 2 : 1;
  return at + 1;
}

function endOfWord(text: string, start: number): number {
  let at = start;
  while (at < text.length && !/[\s,\]}]/.test(text.charAt(at))) at += 1;
  return at;
}

function afterBlanks(text: string, start: number): number {
  let at = start;
  while (at < text.length && /[ \t\r\n]/.test(text.charAt(at))) at += 1;
  return at;
}

function escaped(token: string): string {
  return token.replaceAll('~', '~0').replaceAll('/', '~1');
}
