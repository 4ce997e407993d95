import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { FitTables, TABLE_ENTRIES } from '../../src/ranking/domain/index/fit-tables.js';
import { type IndexQuestion, prepareQuestion } from '../../src/ranking/domain/index/question.js';
import type { Segment } from '../../src/ranking/domain/index/segment.js';
import { competencyOf } from './ids.js';

const SOURCE = join('bench', 'ranking', 'floor.c');

/** The least that one core needs for the postings of a question, by a native program made with the machine's compiler. */
export class NativeFloor {
  private constructor(
    private readonly program: string,
    private readonly folder: string,
  ) {}

  /** @returns null where there is no compiler */
  static make(folder: string): NativeFloor | null {
    const program = join(folder, 'floor');
    try {
      execFileSync('cc', ['-O3', '-march=native', '-o', program, SOURCE], { stdio: 'pipe' });
      return new NativeFloor(program, folder);
    } catch {
      return null;
    }
  }

  /** @returns how many postings the question touches */
  write(name: string, segments: readonly Segment[], question: IndexQuestion): number {
    const tables = new FitTables(new Uint16Array(TABLE_ENTRIES), new Uint8Array(TABLE_ENTRIES));
    const { requirements, clock } = prepareQuestion(question, competencyOf, tables);
    const fits = new Int32Array(tables.fits.buffer, 0, tables.entries / 2);
    const words: Int32Array[] = [Int32Array.of(fits.length), fits, Int32Array.of(segments.length)];
    let postings = 0;
    for (const segment of segments) {
      segment.encode(clock);
      const runs = requirements.flatMap(({ lists, weight }) =>
        lists.flatMap(({ competency, table }) =>
          [0, 1].map((run) => {
            const part = segment.postings.subarray(segment.start(run, competency), segment.end(run, competency));
            postings += part.length;
            return [Int32Array.of(table, weight, part.length), part];
          }),
        ),
      );
      words.push(Int32Array.of(segment.size, runs.length), ...runs.flat());
    }
    writeFileSync(
      join(this.folder, name),
      Buffer.concat(words.map((part) => Buffer.from(part.buffer, part.byteOffset, part.byteLength))),
    );
    return postings;
  }

  /** @returns milliseconds, the best of some rounds */
  measure(name: string, rounds: number): number {
    return Number(
      execFileSync(this.program, [join(this.folder, name), String(rounds)])
        .toString()
        .split(' ')[0],
    );
  }
}
