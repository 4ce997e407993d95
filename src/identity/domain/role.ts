/** What a principal may be, from the one who runs the organization's installation to the person who is ranked. */
export const ROLES = ['admin', 'recruiter', 'hiring_manager', 'integration', 'auditor', 'candidate'] as const;
export type Role = (typeof ROLES)[number];

export const isRole = (value: unknown): value is Role => ROLES.some((role) => role === value);
