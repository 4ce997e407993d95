export { RoleProfiles } from './application/role-profiles.js';
export { NotPublished } from './domain/profile-errors.js';
export type { ProfileDraft } from './domain/profile-draft.js';
export type { Importance, Requirement, RequirementGroup } from './domain/requirement.js';
export type { RoleProfile, RoleProfileVersion } from './domain/role-profile.js';
export { toProfileDraft } from './http/role-profile-mapping.js';
export { RoleProfileDto } from './http/role-profile.dto.js';
export { ROLE_PROFILE_ENTITIES } from './persistence/role-profile.entity.js';
export { RolesModule } from './roles.module.js';
