import { openBadge, type BadgeStory } from './badge.js';
import type { DemoIssuer } from './issuer.js';
import type { DemoIssuers } from './issuers.js';
import { emailOf } from './people.js';
import { SKILLS } from './skills.js';

/** One document on its way in. */
export interface DemoCredential {
  readonly person: string;
  readonly body: string;
  readonly contentType: string;
}

const DAY_MS = 86_400_000;
/** The list that can be had, and the one whose host does not exist. */
export const STATUS_LIST = 'https://academy.northwind.example/status/1';
const UNREACHABLE_LIST = 'https://status.harborline.invalid/1';
export const REVOKED_INDEX = 4711;

type Story = Omit<BadgeStory, 'recipientEmail' | 'validFrom'> & {
  readonly by: keyof DemoIssuers;
  readonly daysOld?: number;
  readonly issuedTo?: string;
  /** What happens to the document after it was signed. */
  readonly change?: (body: string) => string;
};

const RECORD = 'Two supervised shifts, assessed against the rubric by two assessors.';

/** Who hands in what. Each line is one thing that happens to employers. */
function stories(now: Date): Record<string, readonly Story[]> {
  const inDays = (days: number): Date => new Date(now.getTime() + days * DAY_MS);
  const forklift = {
    title: 'Forklift operator',
    skill: SKILLS.forklift,
    type: 'Assessment',
    evidence: RECORD,
  } as const;
  const safety = { title: 'Safe at work', skill: SKILLS.safety, type: 'Assessment', evidence: RECORD } as const;
  const inventory = { title: 'Inventory control', skill: SKILLS.inventory, type: 'Assessment' } as const;
  return {
    amara: [
      { ...forklift, by: 'northwind', level: 4, status: { list: STATUS_LIST, index: 12 } },
      { ...safety, by: 'foodBank', level: 3 },
      { ...inventory, by: 'harborline', level: 4 },
      { title: 'Team player', skill: SKILLS.teamwork, type: 'Certificate', by: 'university' },
    ],
    bogdan: [
      { ...forklift, by: 'northwind', level: 3, status: { list: STATUS_LIST, index: 13 } },
      { ...safety, by: 'university', level: 3 },
      { ...inventory, by: 'harborline', level: 2 },
    ],
    chiara: [
      {
        ...forklift,
        skill: SKILLS.forkliftOfEsco,
        by: 'northwind',
        level: 2,
        status: { list: STATUS_LIST, index: 14 },
      },
      { ...safety, skill: SKILLS.safetyByName, by: 'university' },
    ],
    dmitri: [
      { ...forklift, by: 'northwind', level: 2, change: (body) => body.replace(':level-2"', ':level-5"') },
      { ...safety, by: 'foodBank', level: 2 },
    ],
    elif: [
      { ...forklift, by: 'northwind', level: 4, daysOld: 800, validUntil: inDays(-30) },
      { ...safety, by: 'foodBank', level: 3 },
    ],
    farid: [
      { ...forklift, by: 'northwind', level: 4, status: { list: STATUS_LIST, index: REVOKED_INDEX } },
      { ...inventory, by: 'harborline', level: 3 },
    ],
    grace: [
      { ...forklift, by: 'northwind', level: 5, issuedTo: 'amara' },
      { title: 'First aider', skill: SKILLS.firstAid, type: 'Assessment', by: 'foodBank' },
    ],
    hiro: [
      { ...forklift, by: 'impostor', level: 5 },
      { ...safety, by: 'harborline', level: 3, status: { list: UNREACHABLE_LIST, index: 1 } },
    ],
    ines: [
      { ...forklift, by: 'self', level: 5, ofItself: true },
      { title: 'Safety club', skill: SKILLS.safety, type: 'Membership', by: 'university' },
    ],
    jonas: [
      { title: 'Paper artist', skill: SKILLS.unknownToUs, type: 'Certificate', by: 'university' },
      { title: 'Clear speaker', skill: SKILLS.speaking, type: 'Assessment', by: 'harborline' },
    ],
    kezia: [
      { ...forklift, by: 'northwind', level: 3, result: 'Failed' },
      { ...safety, by: 'foodBank', level: 3 },
    ],
    luca: [
      { ...forklift, by: 'northwind', level: 3, status: { list: STATUS_LIST, index: 15 } },
      { ...safety, by: 'foodBank', level: 2 },
      { ...inventory, by: 'harborline', level: 3 },
    ],
  };
}

/** All documents of the world, really signed. */
export async function signCredentials(issuers: DemoIssuers, now: Date): Promise<DemoCredential[]> {
  const signed: DemoCredential[] = [describedBadge('luca')];
  for (const [person, list] of Object.entries(stories(now))) {
    for (const [at, { by, daysOld = 200, issuedTo = person, change, ...story }] of list.entries()) {
      const issuer: DemoIssuer = issuers[by];
      const validFrom = new Date(now.getTime() - daysOld * DAY_MS);
      const badge = openBadge(`urn:credence-demo:badge:${person}-${at + 1}`, issuer, {
        ...story,
        recipientEmail: emailOf(issuedTo),
        validFrom,
      });
      const document = await issuer.sign(badge, validFrom);
      signed.push({ person, ...document, body: change?.(document.body) ?? document.body });
    }
  }
  return signed;
}

/** What people hand in by mistake: the description of a badge, which says nothing of anybody. It is kept and not verified. */
const describedBadge = (person: string): DemoCredential => ({
  person,
  contentType: 'application/json',
  body: JSON.stringify({
    '@context': 'https://w3id.org/openbadges/v2',
    id: 'https://badges.oldtown.example/badges/loading-dock',
    type: 'BadgeClass',
    name: 'Loading dock',
    description: 'Loads and unloads by the rules of the yard.',
    criteria: { narrative: 'Three supervised shifts.' },
    issuer: 'https://badges.oldtown.example/issuer',
  }),
});
