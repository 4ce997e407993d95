import { REQUIREMENT_STATES, type RequirementState } from '../states.js';
import { eachPosting } from './each-posting.js';
import { endedAt, isBefore } from './packed-time.js';
import { VERIFIED_CODES } from './posting.js';
import type { PreparedQuestion, PreparedRequirement } from './question.js';
import { ENDED, RUNS, type Segment, SEGMENT_BITS, SEGMENT_SIZE } from './segment.js';

const MISSING = indexOf('missing');
const UNPROVEN = indexOf('unproven');

/** Grades of a list, see `GRADE_MASK`. */
const STATES_OF_TABLE = 2 * ENDED;

/** What the holdings of everyone in a segment say about one requirement. */
export class StateScorer {
  /** By place: index in the list of states. */
  readonly states = new Uint8Array(SEGMENT_SIZE);
  private readonly requirement: PreparedRequirement;
  /** By list and grade. */
  private readonly byGrade: Uint8Array;
  /** By competency its place in the lists. */
  private readonly lists: ReadonlyMap<number, number>;

  constructor(
    private readonly question: PreparedQuestion,
    requirement: number,
  ) {
    const asked = question.requirements[requirement] as PreparedRequirement;
    this.lists = new Map(asked.lists.map(({ competency }, list) => [competency, list]));
    this.byGrade = new Uint8Array(asked.lists.length * STATES_OF_TABLE).fill(MISSING);
    asked.lists.forEach(({ table, isFull }, list) => {
      for (let code = 0; code < VERIFIED_CODES; code += 1) {
        const [held, strength] = [Math.floor(code / 101), code % 101];
        const fit = question.tables.fits[table + code] as number;
        const state = isFull ? fullState(question, asked.level, held, strength) : fit > 0 ? 'adjacent' : 'missing';
        this.byGrade[list * STATES_OF_TABLE + code] = indexOf(state);
      }
    });
    const lists = asked.lists.map((one, list) => ({ ...one, table: list * STATES_OF_TABLE }));
    this.requirement = { ...asked, lists };
  }

  score(segment: Segment): void {
    const { byGrade, question, requirement, states } = this;
    segment.encode(question.clock);
    states.fill(MISSING, 0, segment.size);
    eachPosting(segment, requirement, false, (place, entry) => {
      const state = byGrade[entry] as number;
      if (state < (states[place] as number)) states[place] = state;
    });
    for (const { competency, isFull } of requirement.lists) {
      if (!isFull) continue;
      const end = segment.end(RUNS.unverified, competency);
      for (let at = segment.start(RUNS.unverified, competency); at < end; at += 1) {
        const place = (segment.postings[at] as number) >>> SEGMENT_BITS;
        if (UNPROVEN < (states[place] as number)) states[place] = UNPROVEN;
      }
    }
    for (const [place, words] of segment.changed) states[place] = this.stateOf(words);
  }

  /** @param words of a pack */
  private stateOf(words: Int32Array): number {
    const { notBefore, lists } = this.requirement;
    const size = words[0] as number;
    let best = MISSING;
    for (let at = 1; at < words.length; at += size) {
      const word = words[at] as number;
      const list = this.lists.get(word >> 12);
      if (list === undefined) continue;
      const code = word & 4095;
      const milliseconds = size === 4 ? (words[at + 3] as number) : 0;
      let state = MISSING;
      if (code >= VERIFIED_CODES) {
        // That something claims it is said at whatever date.
        if (lists[list]?.isFull === true) state = UNPROVEN;
      } else if (
        !endedAt(this.question.clock, words[at + 2] as number, milliseconds) &&
        !(notBefore !== null && isBefore(notBefore, words[at + 1] as number, milliseconds))
      ) {
        state = this.byGrade[list * STATES_OF_TABLE + code] as number;
      }
      best = Math.min(best, state);
    }
    return best;
  }
}

function fullState(
  { policy }: PreparedQuestion,
  level: number | null,
  held: number,
  strength: number,
): RequirementState {
  if (strength < policy.thresholds.metStrength) return 'weak_proof';
  if (level === null) return 'met';
  if (held === 0) return 'level_unknown';
  return held >= level ? 'met' : 'level_short';
}

function indexOf(state: RequirementState): number {
  return REQUIREMENT_STATES.indexOf(state);
}
