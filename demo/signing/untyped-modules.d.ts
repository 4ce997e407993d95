/** The signing libraries publish no types; these are the parts that the demo and the tests use. */
declare module '@digitalbazaar/ed25519-multikey' {
  export interface MultikeyPair {
    id: string;
    controller: string;
    publicKeyMultibase: string;
    signer(): { id: string; sign(options: { data: Uint8Array }): Promise<Uint8Array> };
  }
  export function generate(options?: { id?: string; controller?: string }): Promise<MultikeyPair>;
  export function fromJwk(options: { jwk: object; secretKey: boolean }): Promise<MultikeyPair>;
}
declare module '@digitalbazaar/data-integrity' {
  export class DataIntegrityProof {
    constructor(options: { signer?: unknown; cryptosuite: unknown; date?: Date });
  }
}
declare module '@digitalbazaar/eddsa-rdfc-2022-cryptosuite' {
  export const cryptosuite: unknown;
}
declare module '@digitalbazaar/ecdsa-multikey' {
  export { fromJwk } from '@digitalbazaar/ed25519-multikey';
}
declare module '@digitalbazaar/ecdsa-rdfc-2019-cryptosuite' {
  export const cryptosuite: unknown;
}
declare module '@digitalbazaar/ecdsa-sd-2023-cryptosuite' {
  export function createSignCryptosuite(options: { mandatoryPointers: string[] }): unknown;
  export function createDiscloseCryptosuite(options: { selectivePointers: string[] }): unknown;
}
declare module '@digitalbazaar/ed25519-signature-2020' {
  export class Ed25519Signature2020 {
    constructor(options?: { signer?: unknown; date?: Date });
  }
}
declare module 'jsonld-signatures' {
  interface SuiteOptions {
    suite: object | undefined;
    purpose: object;
    documentLoader: (url: string) => Promise<object>;
  }
  const signatures: {
    purposes: { AssertionProofPurpose: new () => object };
    sign(document: object, options: SuiteOptions): Promise<Record<string, unknown>>;
    derive(document: object, options: SuiteOptions): Promise<Record<string, unknown>>;
    verify(document: object, options: SuiteOptions): Promise<{ verified: boolean; error?: unknown }>;
  };
  export default signatures;
}
