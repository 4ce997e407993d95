export type {
  KeyFamily,
  KeyProblemCode,
  KeyPurpose,
  KeyResolution,
  PublicKeyMaterial,
  ResolvedKey,
  UnprovenKey,
  UnresolvableKey,
} from './key-resolution.js';
export { resolveVerificationMethod } from './resolve-verification-method.js';
export { resolveDidUrlDocument, type DocumentResolution } from './resolve-did-url-document.js';
export { resolveJwksKey } from './resolve-jwks-key.js';
export { resolveJwtKey, type JwtKeyHints, type KeyTrust } from './resolve-jwt-key.js';
export { resolveProofKey } from './resolve-proof-key.js';
export type { OrganizationKeys, PinnedKey } from './organization-keys.js';
export type { ChainReport, NamesIssuer } from './certified-key.js';
export type { Certificate } from './certificates/certificate.js';
export { type CertificateFacts, certificateFacts } from './certificates/certificate-facts.js';
export { issuerOfCertificates } from './certificates/names-issuer.js';
export { readCertificateText, readX5c } from './certificates/read-chain.js';
export { keyNameOf, nameOfJwk } from './key-name.js';
export { thumbprintOf } from './thumbprint.js';
export { readPinnable, type PinnableReading, type UnusableKey } from './pinnable-keys.js';
export { documentMethods } from './document-methods.js';
export { importPublicJwk } from './public-jwk.js';
export type { ControllerDocument } from './controller-document.js';
