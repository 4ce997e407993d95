import jsonld from 'jsonld';
import { isAbsoluteUri } from '../absolute-uri.js';
import { isObject } from '../json.js';
import { quoted } from '../quoted.js';
import { type ContextLibrary, pinnedContexts } from './pinned-contexts.js';
import { ReusedContexts } from './reused-contexts.js';

export type CanonicalForm =
  | {
      ok: true;
      /** Canonical N-Quads of RDFC-1.0. */
      nquads: string;
    }
  | { ok: false; kind: 'malformed' | 'unsupported'; code: string; detail: string };

/** What the suites read differently on the way from JSON-LD to canonical N-Quads. */
export interface RdfReading {
  /** How texts with a direction become RDF. */
  rdfDirection?: 'i18n-datatype' | undefined;
  /** The hash inside RDFC-1.0 by which blank nodes are put in order; SHA-256 where nothing is said. */
  labelHash?: 'sha384' | undefined;
}

export interface CanonicalOptions extends RdfReading {
  /** Contexts that the operator pinned beside the ones of the product; the product's win. */
  further?: ContextLibrary | undefined;
  /** Nothing that was worked out for other documents is used, so that the two ways can be compared. */
  readsAnew?: boolean | undefined;
}

/** A way to work out canonical forms, on this thread or elsewhere. Rejects only for what lies in no document. */
export type Canonicalize = (document: object, options: CanonicalOptions) => Promise<CanonicalForm>;

const contexts = new ReusedContexts();

/**
 * Canonical form of a JSON-LD document in safe mode: a term without a definition, a relative IRI or anything else that
 * would be dropped silently is an error, since what is dropped is not signed.
 *
 * Contexts come from the pinned ones and never from the network. Graphs made to take long are given up (work factor 1).
 * Never throws.
 */
export async function canonicalForm(document: object, options: CanonicalOptions = {}): Promise<CanonicalForm> {
  let missing: string | undefined;
  try {
    const nquads = await jsonld.canonize(document, {
      algorithm: 'RDFC-1.0',
      format: 'application/n-quads',
      base: null,
      safe: true,
      ...(!options.readsAnew && { contextResolver: contexts.resolver() }),
      ...(options.rdfDirection && { rdfDirection: options.rdfDirection }),
      ...(options.labelHash && { canonizeOptions: { messageDigestAlgorithm: options.labelHash } }),
      documentLoader: async (url) => {
        const own = pinnedContexts.get(url);
        if (own) return { contextUrl: null, documentUrl: url, document: own, tag: 'static' };
        const further = options.further?.get(url);
        if (further) return { contextUrl: null, documentUrl: url, document: further };
        missing ??= url;
        throw new Error('not a pinned context');
      },
    });
    return nquads === '' ? malformed('empty', 'the document says nothing') : { ok: true, nquads };
  } catch (error) {
    if (missing !== undefined) return problemOfMissing(missing);
    return problemOf(error);
  }
}

function problemOfMissing(url: string): CanonicalForm {
  if (!isAbsoluteUri(url)) return malformed('context', `${quoted(url)} is no URL of a context`);
  const detail = `the context ${quoted(url)} is not among the pinned ones, and contexts are never fetched`;
  return { ok: false, kind: 'unsupported', code: 'unsupported-context', detail };
}

function problemOf(error: unknown): CanonicalForm {
  const message = error instanceof Error ? error.message : '';
  if (/deep iterations|work factor/i.test(message))
    return { ok: false, kind: 'unsupported', code: 'too-complex', detail: 'the graph takes too long to canonicalize' };
  const details = isObject(error) && isObject(error.details) ? error.details : {};
  const event = isObject(details.event) ? details.event : details;
  const code = typeof event.code === 'string' ? event.code : 'invalid JSON-LD';
  const about = isObject(event.details) ? event.details : details;
  const named = [about.property, about.type, about.id, about.term].find((it) => typeof it === 'string');
  const suffix = typeof named === 'string' ? `: ${quoted(named)}` : '';
  return malformed('json-ld', `the document is not safe JSON-LD (${code}${suffix})`);
}

function malformed(code: string, detail: string): CanonicalForm {
  return { ok: false, kind: 'malformed', code, detail };
}
