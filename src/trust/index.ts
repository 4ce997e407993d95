export { IssuerDirectory } from './application/issuer-directory.js';
export { TrustAnchors } from './application/trust-anchors.js';
export type { AnchorContent, TrustAnchor } from './domain/trust-anchor.js';
export { IssuerKeySets } from './application/issuer-key-sets.js';
export type { IssuerKeySet, KeySetContent, VouchedKey } from './domain/issuer-key-set.js';
export { TrustPolicy } from './application/trust-policy.js';
export { tierFor, TIERS, type Tier } from './domain/tier.js';
export { TRUST_ENTITIES } from './persistence/trust.entity.js';
export { TrustModule } from './trust.module.js';
