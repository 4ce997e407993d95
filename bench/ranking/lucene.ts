import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { IndexQuestion } from '../../src/ranking/domain/index/question.js';
import { competencyOf } from './ids.js';
import { type Population, TODAY } from './population.js';

const JARS = '/usr/share/java';

export interface LuceneAnswer {
  readonly ms: number;
  readonly hits: number;
  readonly page: readonly (readonly [ordinal: number, score: number])[];
}

/** Lucene of the Debian package liblucene8-java as a child process, where it and a Java compiler are. */
export class Lucene {
  private constructor(
    private readonly child: ChildProcess,
    private readonly lines: AsyncIterator<string>,
  ) {}

  /**
   * @param folder keeps the index, and one that is there already is used
   * @param scratch an empty folder
   * @returns null, after a line that says why, where it cannot run
   */
  static async start(
    folder: string,
    scratch: string,
    population: Population,
    say: (line: string) => void,
  ): Promise<Lucene | null> {
    const jar = existsSync(JARS) ? readdirSync(JARS).find((name) => /^lucene-core-8.*\.jar$/.test(name)) : undefined;
    if (jar === undefined) {
      say('no Lucene here: install liblucene8-java');
      return null;
    }
    const [classes, columns] = [join(scratch, 'classes'), join(scratch, 'columns')];
    for (const made of [classes, columns]) mkdirSync(made);
    try {
      execFileSync(
        'javac',
        ['-cp', join(JARS, jar), '-d', classes, join('bench', 'ranking', 'lucene', 'Ranker.java')],
        {
          stdio: 'pipe',
        },
      );
    } catch {
      say('no Lucene here: javac does not run');
      return null;
    }
    const counts = population.end.map((day) => (day > TODAY ? 1 : 0));
    for (const [name, column] of Object.entries({
      ...population,
      counts: Uint8Array.from(counts),
      size: null,
      end: null,
    })) {
      if (ArrayBuffer.isView(column)) {
        writeFileSync(join(columns, name), Buffer.from(column.buffer, column.byteOffset, column.byteLength));
      }
    }
    const classPath = `${join(JARS, jar)}:${classes}`;
    const child = spawn('java', ['-Xmx3g', '-cp', classPath, 'Ranker', columns, join(folder, 'lucene-index')], {
      stdio: ['pipe', 'pipe', 'ignore'],
    });
    const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
    const lucene = new Lucene(child, lines);
    await lucene.line();
    return lucene;
  }

  async rank({ requirements }: IndexQuestion): Promise<LuceneAnswer> {
    const words = requirements.flatMap(({ weight, level, relations }) => [
      ...[weight, level ?? 1, relations.length],
      ...relations.map(([id, percent]) => `${competencyOf(id)}:${percent}`),
    ]);
    this.child.stdin?.write(`${[requirements.length, ...words].join(' ')}\n`);
    const [ms, hits, ...page] = (await this.line()).split(' ');
    return {
      ms: Number(ms),
      hits: Number(hits),
      page: page.map((entry) => entry.split('/').map(Number) as [number, number]),
    };
  }

  stop(): void {
    this.child.kill();
  }

  private async line(): Promise<string> {
    const { value, done } = await this.lines.next();
    if (done === true) throw new Error('Lucene ended');
    return value;
  }
}
