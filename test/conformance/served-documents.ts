import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, extname, join, resolve } from 'node:path';
import { parseJson } from './parse-json.js';

/**
 * The documents that the fixtures point to, as a list for PINNED_DOCUMENTS.
 *
 * - Every URL of `recordings.json` is answered from its file; any other URL cannot be reached.
 * - A key set that lies among JWTs is the one of the web issuers that these name.
 * - A hosted assertion lives at its own address, so whatever is under test is served at the address that it names.
 */
export class ServedDocuments {
  /** The list for PINNED_DOCUMENTS. */
  readonly list: string;
  private readonly place = mkdtempSync(join(tmpdir(), 'credence-conformance-'));
  private readonly hosted = new Map<string, string>();

  constructor(
    private readonly folder: string,
    files: readonly string[],
  ) {
    const recordings = parseJson(readFileSync(join(folder, 'recordings.json'))) as Record<string, string>;
    const pinned = new Map(Object.entries(recordings).map(([url, file]) => [url, resolve(folder, file)]));
    for (const [url, file] of keySetsAmong(folder, files)) if (!pinned.has(url)) pinned.set(url, file);
    for (const url of new Set(files.flatMap((file) => addressIn(join(folder, file)) ?? []))) {
      const slot = join(this.place, `hosted-${this.hosted.size}.json`);
      writeFileSync(slot, readFileSync(pinned.get(url) ?? join(folder, 'recordings.json')));
      this.hosted.set(url, slot);
      pinned.set(url, slot);
    }
    this.list = join(this.place, 'pinned.json');
    writeFileSync(this.list, JSON.stringify(Object.fromEntries(pinned)));
  }

  /** Whether a document is a hosted assertion, which has to be under test alone. */
  isHosted(file: string): boolean {
    return addressIn(join(this.folder, file)) !== undefined;
  }

  /** Serves a hosted assertion at its own address. */
  serve(file: string): void {
    const path = join(this.folder, file);
    const slot = this.hosted.get(addressIn(path) ?? '');
    if (slot !== undefined) writeFileSync(slot, readFileSync(path));
  }

  remove(): void {
    rmSync(this.place, { recursive: true, force: true });
  }
}

/** The address that a hosted assertion of Open Badges 1 or 2 says that it lives at. */
function addressIn(path: string): string | undefined {
  if (!['.json', '.jsonld'].includes(extname(path))) return undefined;
  const json = parseJson(readFileSync(path)) as Hosted | undefined;
  const verification = json?.verification ?? json?.verify;
  const type = typeof verification?.type === 'string' ? verification.type : '';
  if (!/^hosted/i.test(type)) return undefined;
  const address = verification?.url ?? json?.id;
  return typeof address === 'string' && /^https?:\/\//.test(address) ? address : undefined;
}

interface Hosted {
  id?: unknown;
  verification?: { type?: unknown; url?: unknown };
  verify?: { type?: unknown; url?: unknown };
}

function keySetsAmong(folder: string, files: readonly string[]): [string, string][] {
  const places = new Set(files.map((file) => dirname(file)));
  return [...places].flatMap((place) => {
    const sets = readdirSync(join(folder, place)).filter((name) => isKeySet(join(folder, place, name)));
    const issuers = new Set(files.filter((it) => dirname(it) === place).flatMap((it) => issuersIn(join(folder, it))));
    return sets.flatMap((name) =>
      [...issuers].map((issuer): [string, string] => [
        `${issuer.replace(/\/$/, '')}/.well-known/jwks.json`,
        resolve(folder, place, name),
      ]),
    );
  });
}

function isKeySet(path: string): boolean {
  if (extname(path) !== '.json') return false;
  const json = parseJson(readFileSync(path)) as { keys?: unknown } | undefined;
  return Array.isArray(json?.keys);
}

/** The web addresses that a JWT names as its issuer. */
function issuersIn(path: string): string[] {
  if (!['.txt', '.jwt'].includes(extname(path))) return [];
  const [, payload = ''] = readFileSync(path, 'utf8').trim().split('.');
  const claims = parseJson(Buffer.from(payload, 'base64url')) as { iss?: unknown; issuer?: unknown } | undefined;
  const issuer = claims?.issuer as { id?: unknown } | string | undefined;
  const named = [claims?.iss, typeof issuer === 'string' ? issuer : issuer?.id];
  return named.filter((it): it is string => typeof it === 'string' && /^https?:\/\//.test(it));
}
