export { RoleProfiles } from './application/role-profiles.js';
export { NotPublished } from './domain/profile-errors.js';
export type { Importance, Requirement, RequirementGroup } from './domain/requirement.js';
export type { RoleProfileVersion } from './domain/role-profile.js';
export { ROLE_PROFILE_ENTITIES } from './persistence/role-profile.entity.js';
export { RolesModule } from './roles.module.js';
