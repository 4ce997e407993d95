import { parseArgs } from 'node:util';

/** What the caller asked for. */
export interface VerifyOptions {
  readonly file: string;
  readonly json: boolean;
  /** What the rules call now; the machine's clock without it. */
  readonly clock: Date | undefined;
  /** List of documents that are answered from files, as for PINNED_DOCUMENTS. */
  readonly pinned: string | undefined;
  readonly emails: readonly string[];
  readonly dids: readonly string[];
  readonly egress: 'open' | 'off' | { readonly proxy: string };
}

export const usage = `credence verify FILE [options]

Checks one credential and says what was found. FILE is - for standard input.

  --json                 the whole report as JSON
  --clock INSTANT        check as of an RFC 3339 instant, such as 2026-11-23T00:00:00Z
  --pinned LIST          JSON file {url: file}: these URLs are answered from the files, never fetched
  --recipient WHOM       e-mail address or DID of the person that it should belong to; may be repeated
  --egress MODE          open (default), off (nothing is fetched), or the URL of a proxy

Exit codes: 0 verified, 1 failed, 2 unverifiable, 3 unsupported, 4 it belongs to somebody else,
64 the call makes no sense, 66 a file cannot be read, 70 a fault of the program.
`;

/** The call makes no sense; the message says why. */
export class UsageError extends Error {}

/**
 * @param words what stands after the name of the program
 * @throws {UsageError}
 */
export function readVerifyOptions(words: readonly string[]): VerifyOptions {
  const { values, positionals } = parse(words);
  const [command, file, ...rest] = positionals;
  if (command !== 'verify') throw new UsageError(`"${command ?? ''}" is no command; there is: verify`);
  if (file === undefined || rest.length > 0) throw new UsageError('verify takes one file');
  const recipients = values.recipient ?? [];
  for (const it of recipients)
    if (!isDid(it) && !it.includes('@')) throw new UsageError('--recipient takes an e-mail address or a DID');
  return {
    file,
    json: values.json === true,
    clock: values.clock === undefined ? undefined : instantOf(values.clock),
    pinned: values.pinned,
    emails: recipients.filter((it) => !isDid(it)),
    dids: recipients.filter(isDid),
    egress: egressOf(values.egress ?? 'open'),
  };
}

function parse(words: readonly string[]) {
  try {
    return parseArgs({
      args: [...words],
      allowPositionals: true,
      options: {
        json: { type: 'boolean' },
        clock: { type: 'string' },
        pinned: { type: 'string' },
        recipient: { type: 'string', multiple: true },
        egress: { type: 'string' },
      },
    });
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error), { cause: error });
  }
}

const isDid = (text: string): boolean => text.startsWith('did:');

function instantOf(text: string): Date {
  const instant = new Date(text);
  if (!/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:\d\d)$/.test(text) || Number.isNaN(instant.getTime()))
    throw new UsageError('--clock takes an RFC 3339 instant with a zone');
  return instant;
}

function egressOf(text: string): VerifyOptions['egress'] {
  if (text === 'open' || text === 'off') return text;
  if (!/^https?:\/\//.test(text) || !URL.canParse(text))
    throw new UsageError('--egress takes open, off or the http(s) URL of a proxy');
  return { proxy: text };
}
