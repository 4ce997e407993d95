import { ApiKeyRow } from './api-key.entity.js';
import { OrganizationRow } from './organization.entity.js';

export const IDENTITY_ENTITIES = [OrganizationRow, ApiKeyRow];
