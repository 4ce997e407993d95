import { type Band, BANDS } from '../gates.js';
import { REQUIREMENT_STATES, type RequirementState } from '../states.js';

export interface SealedRequirement {
  readonly state: RequirementState;
  /** Before a group drops its weaker members. */
  readonly points: number;
}

/** One place of a sealed ranking; the rank is the place in the list, from 1. */
export interface SealedRow {
  readonly candidateId: string;
  readonly ordinal: number;
  readonly band: Band;
  readonly score: number;
  readonly scoreLow: number;
  readonly scoreHigh: number;
  /** In profile order. */
  readonly requirements: readonly SealedRequirement[];
  /** SHA-256 in hex of the holdings that have to do with the profile; null for none. */
  readonly holdings: string | null;
}

/** One line of JSON for each row, always the same bytes for the same rows. */
export function sealedText(rows: readonly SealedRow[]): string {
  return rows.map((row) => `${JSON.stringify(lineOf(row))}\n`).join('');
}

function lineOf(row: SealedRow): Line {
  const { candidateId, ordinal, band, score, scoreLow, scoreHigh, requirements, holdings } = row;
  const states = requirements.map(({ state, points }): [number, number] => [REQUIREMENT_STATES.indexOf(state), points]);
  return [candidateId, ordinal, BANDS.indexOf(band), score, scoreLow, scoreHigh, states, holdings];
}

/** @param text as `sealedText` made it */
export function sealedRows(text: string): readonly SealedRow[] {
  return text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => {
      const [candidateId, ordinal, band, score, scoreLow, scoreHigh, states, holdings] = JSON.parse(line) as Line;
      const requirements = states.map(([state, points]) => ({
        state: REQUIREMENT_STATES[state] as RequirementState,
        points,
      }));
      return { candidateId, ordinal, band: BANDS[band] as Band, score, scoreLow, scoreHigh, requirements, holdings };
    });
}

type Line = [string, number, number, number, number, number, [number, number][], string | null];
