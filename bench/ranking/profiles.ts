import type { Requirement } from '../../src/roles/index.js';
import { chance, draw } from './chance.js';
import type { Taxonomy } from './population.js';
import { competencyId } from './ids.js';

/** Profiles of one occupation each: two musts among its most common skills, the rest nice to have, some of them groups. */
export function makeProfiles(taxonomy: Taxonomy, size: number, count: number, seed = 99): Requirement[][] {
  const random = chance(seed * 1000 + size);
  return Array.from({ length: count }, () => makeProfile(taxonomy, size, random));
}

function makeProfile(taxonomy: Taxonomy, size: number, random: () => number): Requirement[] {
  const occupation = taxonomy.occupations[draw(taxonomy.occupationShares, random())] as readonly number[];
  const any = () => occupation[Math.floor(random() * occupation.length)] as number;
  const used = new Set<number>();
  const requirements: Requirement[] = [];
  while (requirements.length < size) {
    const isMust = requirements.length < 2;
    let competency = random() < 0.75 ? any() : taxonomy.drawLeaf(random());
    if (!isMust && random() < 0.15) competency = taxonomy.groupOf[competency] as number;
    if (isMust) {
      const five = Array.from({ length: 5 }, any).filter((one) => !used.has(one));
      competency =
        five.sort((a, b) => (taxonomy.rankOf[a] as number) - (taxonomy.rankOf[b] as number))[0] ?? competency;
    }
    if (used.has(competency)) continue;
    used.add(competency);
    requirements.push({
      ...{ id: `r${requirements.length}`, competencyId: competencyId(competency), group: null, allowPartial: true },
      ...{ maxAgeMonths: null, learnableWeeks: null, importance: isMust ? 'must' : 'nice' },
      level: isMust ? 2 + Math.floor(random() * 2) : 2 + Math.floor(random() * 4),
      weight: isMust ? 40 + Math.floor(random() * 60) : 5 + Math.floor(random() * 60),
    });
  }
  return requirements;
}
