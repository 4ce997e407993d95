export { IssuerDirectory } from './application/issuer-directory.js';
export { TrustPolicy, type TrustInIssuer } from './application/trust-policy.js';
export { tierFor, TIERS, TRUST_PERCENT, type Tier } from './domain/tier.js';
export { TRUST_ENTITIES } from './persistence/trust.entity.js';
export { TrustModule } from './trust.module.js';
