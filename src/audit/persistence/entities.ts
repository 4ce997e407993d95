import { AuditEventRow } from './audit-event.entity.js';
import { AuditLinkRow } from './audit-link.entity.js';

export const AUDIT_ENTITIES = [AuditEventRow, AuditLinkRow];
