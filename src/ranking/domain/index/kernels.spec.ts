import { DEFAULT_SCORING_POLICY } from '../scoring-policy.js';
import { startKernel } from '../../persistence/index/start-kernel.js';
import type { Kernel } from './kernel.js';
import { OrganizationIndex } from './organization-index.js';
import { blockOf } from './pack-block.js';
import { PlainKernel } from './plain-kernel.js';
import { codeOf, SINCE_UNSAID, UNTIL_UNSAID } from './posting.js';
import type { IndexQuestion } from './question.js';
import { WasmKernel } from './wasm-kernel.js';

const COMPETENCIES = 40;
/** More than one of the steps in which candidates are put in order, and not a multiple of any. */
const PEOPLE = 9_001;

/** Numbers from 0 up to 1, the same each time. */
function chance(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

/** Everyone holds some competencies once and some of those twice. */
function indexOf(kernel: Kernel): OrganizationIndex {
  const random = chance(7);
  const index = new OrganizationIndex(kernel);
  for (let number = 0; number < COMPETENCIES; number += 1) index.addCompetency(`k${number}`, number);
  const packs = new Map<number, Int32Array>();
  for (let ordinal = 1; ordinal <= PEOPLE; ordinal += 1) {
    const words = [3];
    for (let number = 0; number < COMPETENCIES; number += 1) {
      if (random() > 1 / (1 + number / 4)) continue;
      for (let times = random() < 0.1 ? 2 : 1; times > 0; times -= 1) {
        const code = codeOf(0, Math.floor(random() * 6), Math.floor(random() * 101));
        words.push(number * 4096 + code, SINCE_UNSAID, UNTIL_UNSAID);
      }
    }
    packs.set(ordinal, Int32Array.from(words));
  }
  index.addSegment([blockOf(packs)]);
  return index;
}

/** @param musts how many of ten requirements, which share competencies */
function questionOf(musts: number): IndexQuestion {
  const requirements = Array.from({ length: 10 }, (_, at) => ({
    ...{ weight: 10 + at, level: at % 4 === 0 ? null : 1 + (at % 5), importance: 'nice' as const, group: null },
    ...{ allowPartial: true, notBeforeMs: null },
    relations: [100, 90, 80, 50, 40].map((percent, step) => [`k${(at * 3 + step) % COMPETENCIES}`, percent] as const),
    ...(at < musts ? { importance: 'must' as const } : {}),
  }));
  return { requirements, groups: [], policy: DEFAULT_SCORING_POLICY, clockMs: Date.UTC(2026, 5, 1) };
}

describe('the kernels', () => {
  const wasm = startKernel();
  const plain = new PlainKernel();
  const [inWasm, inPlain] = [indexOf(wasm), indexOf(plain)];

  it('are two', () => {
    expect(wasm).toBeInstanceOf(WasmKernel);
  });

  it.each([0, 1, 3])('leave the same key of everyone, one question after the other, with %i musts', (musts) => {
    const question = questionOf(musts);
    for (let round = 0; round < 3; round += 1) {
      const [a, b] = [inWasm.order(question, null, 'whole'), inPlain.order(question, null, 'whole')];
      expect(a.ordinals).toEqual(b.ordinals);
      expect(a.keys).toEqual(b.keys);
      const one = inPlain.order(question, null, 'sparse');
      expect(a.ordinals).toEqual(one.ordinals);
      expect(a.keys).toEqual(one.keys);
    }
  });

  it.each([0, 2])('count the same and give the same pages with %i musts', (musts) => {
    const question = questionOf(musts);
    const pages = [null, { key: 2 ** 29 + 400_000, ordinal: 4_500 }];
    for (const after of pages) {
      const request = { limit: 20, bands: null, after, pool: null, found: null, only: null };
      expect(inWasm.rank(question, request, 'whole')).toEqual(inPlain.rank(question, request, 'whole'));
    }
  });
});
