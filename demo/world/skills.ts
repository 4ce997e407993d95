import type { StatedSkill } from './badge.js';

const starter = (code: string, name: string): StatedSkill & { readonly url: string } => ({
  name,
  url: `urn:credence:starter:${code}`,
  framework: 'Credence starter framework',
});

/** The skills of this world, as issuers state them: by our URI, by another framework's, by name, or in no framework. */
export const SKILLS = {
  forklift: starter('forklift-operation', 'Forklift operation'),
  safety: starter('occupational-safety', 'Occupational safety'),
  safetyByName: { name: 'Occupational safety' },
  inventory: starter('inventory-control', 'Inventory control'),
  speaking: starter('oral-communication', 'Oral communication'),
  /** The same skill as a badge from elsewhere names it: the ESCO concept, with the address of its page. */
  forkliftOfEsco: {
    name: 'operate forklift',
    url: 'https://esco.ec.europa.eu/en/classification/skill?uri=http%3A%2F%2Fdata.europa.eu%2Fesco%2Fskill%2F28cb374e-6261-4133-8371-f9a5470145da',
    framework: 'ESCO',
  },
  teamwork: starter('teamwork', 'Teamwork'),
  firstAid: starter('first-aid', 'First aid'),
  unknownToUs: { name: 'Origami for shop windows' },
} as const satisfies Record<string, StatedSkill>;

export const uriOf = (skill: { readonly url: string }): string => skill.url;
