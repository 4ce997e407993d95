import type { AnchorOf, CompetencySummary } from '../../frameworks/index.js';
import type { ProfileDraft } from '../domain/profile-draft.js';
import type { Requirement } from '../domain/requirement.js';
import type { RoleProfile, RoleProfileVersion } from '../domain/role-profile.js';
import type { RequirementDto, RoleProfileDto } from './role-profile.dto.js';

export function toProfileDraft(dto: RoleProfileDto): ProfileDraft {
  return {
    title: dto.title.trim(),
    requirements: dto.requirements.map(
      ({ competencyLabel: _label, levelAnchor: _anchor, ...requirement }: RequirementDto) => ({
        ...requirement,
        // What was read may come back as it was, empty fields included.
        id: requirement.id ?? undefined,
        competencyId: requirement.competencyId ?? undefined,
        competencyUri: requirement.competencyUri ?? undefined,
      }),
    ),
    groups: (dto.groups ?? []).map(({ id, atLeast }) => ({ id, atLeast })),
  };
}

type Competencies = ReadonlyMap<string, CompetencySummary>;

export function presentProfile(profile: RoleProfile, competencies: Competencies, anchorOf: AnchorOf): object {
  const { id, title, requirements, groups, publishedVersion, createdAt, updatedAt } = profile;
  return {
    id,
    title,
    requirements: requirements.map((requirement) => presentRequirement(requirement, competencies, anchorOf)),
    groups,
    publishedVersion,
    createdAt,
    updatedAt,
  };
}

export function presentVersion(version: RoleProfileVersion, competencies: Competencies, anchorOf: AnchorOf): object {
  const { roleProfileId, title, requirements, groups, publishedAt } = version;
  return {
    roleProfileId,
    version: version.version,
    title,
    requirements: requirements.map((requirement) => presentRequirement(requirement, competencies, anchorOf)),
    groups,
    publishedAt,
  };
}

/** With the words of the version in force, or of the last one that had the competency. */
function presentRequirement(requirement: Requirement, competencies: Competencies, anchorOf: AnchorOf): object {
  const { id, competencyId, ...rest } = requirement;
  const known = competencies.get(competencyId);
  const levelAnchor = rest.level === null ? null : anchorOf(competencyId, rest.level);
  const named = { competencyUri: known?.uri ?? null, competencyLabel: known?.label ?? null };
  return { id, competencyId, ...named, ...rest, levelAnchor };
}
