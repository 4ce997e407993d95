import type { Requirement, RequirementGroup } from './requirement.js';

/** What a hiring manager asks of a role: the draft that is edited. */
export interface RoleProfile {
  readonly id: string;
  readonly title: string;
  readonly requirements: readonly Requirement[];
  readonly groups: readonly RequirementGroup[];
  /** Counts every change; the ETag. */
  readonly rowVersion: number;
  /** The latest published version; null before the first. */
  readonly publishedVersion: number | null;
  readonly createdAt: Date;
  readonly updatedAt: Date;
}

/** A published version: rankings are made against it, and it never changes. */
export interface RoleProfileVersion {
  readonly roleProfileId: string;
  /** 1, 2, 3... */
  readonly version: number;
  readonly title: string;
  readonly requirements: readonly Requirement[];
  readonly groups: readonly RequirementGroup[];
  readonly publishedAt: Date;
}
