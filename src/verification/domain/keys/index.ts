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
export { resolveJwtKey, type JwtKeyHints } from './resolve-jwt-key.js';
export { documentMethods } from './document-methods.js';
export { importPublicJwk } from './public-jwk.js';
export type { ControllerDocument } from './controller-document.js';
