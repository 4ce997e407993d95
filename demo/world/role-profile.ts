import type { Schemas } from '../../clients/typescript/index.js';
import { SKILLS, uriOf } from './skills.js';

/** What the hiring manager asks for. */
export const ROLE_PROFILE: Schemas['RoleProfileDto'] = {
  title: 'Shift lead, distribution centre',
  requirements: [
    { competencyUri: uriOf(SKILLS.forklift), importance: 'must', weight: 30, level: 3 },
    { competencyUri: uriOf(SKILLS.safety), importance: 'must', weight: 25, level: 2 },
    { competencyUri: uriOf(SKILLS.inventory), importance: 'learnable', weight: 20, level: 3, learnableWeeks: 4 },
    { competencyUri: uriOf(SKILLS.teamwork), importance: 'nice', weight: 10, group: 'people' },
    { competencyUri: uriOf(SKILLS.firstAid), importance: 'nice', weight: 10, group: 'people' },
  ],
  groups: [{ id: 'people', atLeast: 1 }],
};

/** Short heads for the columns of the table, in the order of the requirements. */
export const COLUMN_HEADS = ['Forklift 3', 'Safety 2', 'Inventory 3', 'Teamwork', 'First aid'] as const;
