export { AuditLog, type AuditEntry } from './application/audit-log.js';
export { SealAuditChain } from './application/seal-audit-chain.js';
export { AuditModule } from './audit.module.js';
export { AUDIT_ENTITIES } from './persistence/entities.js';
