/** One element of DER (X.690): its tag, its content and where in the buffer the whole of it ends. */
export interface DerElement {
  tag: number;
  content: Buffer;
  end: number;
}

/** More parts than any certificate has in one place. */
const maxChildren = 500;

/** The element that begins at an offset; undefined when the bytes are no DER with lengths that fit. */
export function derElement(bytes: Buffer, at = 0): DerElement | undefined {
  const tag = bytes[at];
  const first = bytes[at + 1];
  if (tag === undefined || first === undefined || (tag & 0x1f) === 0x1f) return undefined;
  const lengthBytes = first < 0x80 ? 0 : first & 0x7f;
  if (first === 0x80 || lengthBytes > 3 || at + 2 + lengthBytes > bytes.length) return undefined;
  const length = lengthBytes === 0 ? first : bytes.readUIntBE(at + 2, lengthBytes);
  const start = at + 2 + lengthBytes;
  const end = start + length;
  return end > bytes.length ? undefined : { tag, content: bytes.subarray(start, end), end };
}

/** The elements that a content is made of; undefined when it is not wholly made of elements. */
export function derChildren(content: Buffer): DerElement[] | undefined {
  const children: DerElement[] = [];
  let at = 0;
  while (at < content.length) {
    const child = derElement(content, at);
    if (!child || children.length === maxChildren) return undefined;
    children.push(child);
    at = child.end;
  }
  return children;
}

/** An object identifier in dotted form. */
export function objectIdentifier(content: Buffer): string {
  const numbers: number[] = [];
  let value = 0;
  for (const byte of content) {
    value = value * 128 + (byte & 0x7f);
    if (byte & 0x80) continue;
    numbers.push(value);
    value = 0;
  }
  const [head = 0, ...rest] = numbers;
  const root = Math.min(2, Math.floor(head / 40));
  return [root, head - root * 40, ...rest].join('.');
}
