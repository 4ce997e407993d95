import { AUDIT_ENTITIES } from './audit/index.js';
import { CANDIDATE_ENTITIES } from './candidates/index.js';
import { CONNECTION_ENTITIES } from './connections/index.js';
import { DECISION_ENTITIES } from './decisions/index.js';
import { FRAMEWORK_ENTITIES } from './frameworks/index.js';
import { IDENTITY_ENTITIES } from './identity/index.js';
import { INTAKE_ENTITIES } from './intake/index.js';
import { MAPPING_ENTITIES } from './mapping/index.js';
import { HTTP_ENTITIES } from './platform/http/index.js';
import { OPERATION_ENTITIES } from './platform/operations/index.js';
import { OUTBOX_ENTITIES } from './platform/outbox/index.js';
import { RANKING_ENTITIES } from './ranking/index.js';
import { ROLE_PROFILE_ENTITIES } from './roles/index.js';
import { SCORING_ENTITIES } from './scoring/index.js';
import { TRUST_ENTITIES } from './trust/index.js';
import { VERIFICATION_ENTITIES } from './verification/index.js';
import { WEBHOOK_ENTITIES } from './webhooks/index.js';

/** Every table as its room describes it; compared with the migrations by a test. */
export const ENTITIES = [
  ...IDENTITY_ENTITIES,
  ...AUDIT_ENTITIES,
  ...HTTP_ENTITIES,
  ...OUTBOX_ENTITIES,
  ...OPERATION_ENTITIES,
  ...CANDIDATE_ENTITIES,
  ...WEBHOOK_ENTITIES,
  ...INTAKE_ENTITIES,
  ...FRAMEWORK_ENTITIES,
  ...TRUST_ENTITIES,
  ...VERIFICATION_ENTITIES,
  ...MAPPING_ENTITIES,
  ...ROLE_PROFILE_ENTITIES,
  ...RANKING_ENTITIES,
  ...CONNECTION_ENTITIES,
  ...DECISION_ENTITIES,
  ...SCORING_ENTITIES,
];
