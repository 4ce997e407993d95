import { documentOfDidJwk } from './did-jwk.js';
import { documentOfDidKey, type MadeDocument } from './did-key.js';
import { urlOfDidWeb } from './did-web.js';

/** Where the document of an id comes from: it is made of the id itself, or it lies at a URL. */
export type DocumentPlace =
  | { kind: 'made'; made: MadeDocument }
  | { kind: 'url'; url: string; maxRedirects?: number }
  | { kind: 'malformed'; detail: string };

/** One kind of id that keys are looked up by. To add one: list it here. */
export interface DocumentMethod {
  /** `did:web`... */
  name: string;
  /** Where the keys lie, for people. */
  asks: string;
  isOf(id: string): boolean;
  placeOf(id: string): DocumentPlace;
}

export const documentMethods: readonly DocumentMethod[] = [
  {
    name: 'did:key',
    asks: 'nobody: the DID is the key',
    isOf: (id) => id.startsWith('did:key:'),
    placeOf: (id) => ({ kind: 'made', made: documentOfDidKey(id) }),
  },
  {
    name: 'did:jwk',
    asks: 'nobody: the DID is the key',
    isOf: (id) => id.startsWith('did:jwk:'),
    placeOf: (id) => ({ kind: 'made', made: documentOfDidJwk(id) }),
  },
  {
    name: 'did:web',
    asks: 'the did.json of the host, without redirects',
    isOf: (id) => id.startsWith('did:web:'),
    placeOf(id) {
      const url = urlOfDidWeb(id);
      return url === undefined
        ? { kind: 'malformed', detail: 'is no well-formed did:web' }
        : { kind: 'url', url, maxRedirects: 0 };
    },
  },
  {
    name: 'https',
    asks: 'the address itself: a controller document, a key set or issuer metadata',
    isOf: (id) => /^https?:\/\//i.test(id),
    placeOf: (id) => ({ kind: 'url', url: id }),
  },
];
