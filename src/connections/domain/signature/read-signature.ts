import type { SignatureScheme } from './scheme.js';

/** The digests that could be right, decoded, all as long as a digest of the scheme; and the time where it stands with them. */
export interface ReadSignature {
  readonly digests: readonly Buffer[];
  readonly time?: string;
}

const MAX_LENGTH = 4096;
const NOTHING: ReadSignature = { digests: [] };
const DIGEST_BYTES = { sha256: 32, sha1: 20 } as const;

/** Reads the text at the place of the signature; what does not fit the form exactly is no digest. */
export function readSignature(scheme: SignatureScheme, text: string | undefined): ReadSignature {
  if (text === undefined || text.length > MAX_LENGTH) return NOTHING;
  const unwrapped = scheme.wrapped === 'base64' ? exactBase64(text)?.toString('latin1') : text;
  if (unwrapped === undefined) return NOTHING;
  const { form } = scheme;
  if (form.kind === 'single') {
    const digest = unwrapped.startsWith(form.prefix) ? decode(scheme, unwrapped.slice(form.prefix.length)) : undefined;
    return digest === undefined ? NOTHING : { digests: [digest] };
  }
  const pairs = unwrapped.split(form.between).map((pair) => cut(pair, form.assign));
  const signed = pairs.filter(([name]) => name === form.name);
  if (signed.length > form.most) return NOTHING;
  const digests = signed.flatMap(([, value]) => decode(scheme, value) ?? []);
  const times = pairs.filter(([name]) => name === 't');
  // Two times leave open which of them was signed.
  return { digests, ...(times.length === 1 && times[0] !== undefined && { time: times[0][1] }) };
}

function cut(pair: string, assign: string): [name: string, value: string] {
  const at = pair.indexOf(assign);
  return at < 0 ? [pair, ''] : [pair.slice(0, at), pair.slice(at + assign.length)];
}

function decode({ encoding, hash }: SignatureScheme, text: string): Buffer | undefined {
  const digest = encoding === 'base64' ? exactBase64(text) : exactHex(encoding === 'hex' ? text : textIn(text));
  return digest?.length === DIGEST_BYTES[hash] ? digest : undefined;
}

const textIn = (base64: string): string => exactBase64(base64)?.toString('latin1') ?? '';

/** Lower case only, as all systems write it: one digest has one spelling. */
const exactHex = (text: string): Buffer | undefined =>
  /^(?:[0-9a-f]{2})+$/.test(text) ? Buffer.from(text, 'hex') : undefined;

/** Decoding skips what is no base64; only a text that comes back as it was is taken. */
function exactBase64(text: string): Buffer | undefined {
  const bytes = Buffer.from(text, 'base64');
  return bytes.toString('base64') === text ? bytes : undefined;
}
