import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { CompetencyWording } from '../../src/frameworks/index.js';
import { BundledModel } from '../../src/mapping/application/embedding/bundled-model.js';
import { whatIsMissing } from '../../src/mapping/application/embedding/bundled-packages.js';
import {
  type MeaningIndex,
  meaningIndexOf,
  type MeaningVector,
} from '../../src/mapping/domain/suggest/meaning-vectors.js';
import type { WordingIndex } from '../../src/mapping/domain/suggest/wording-index.js';

/** Not part of the project. A file is named after the model and the texts, so it is never out of date. */
const KEPT = '.data/bench-mapping';
const PORTION = 256;

/** The embedding model as the service has it; vectors of texts that are asked for together are kept in a file. */
export class ModelVectors {
  private readonly model = new BundledModel();
  /** Seconds that vectors took which were in no file; 0 when all were. */
  secondsMaking = 0;

  /** Undefined, with a line that says why, where the packages are not installed. */
  static ifInstalled(): ModelVectors | undefined {
    const missing = whatIsMissing();
    if (missing !== undefined) console.error(`Without the embedding model: ${missing}`);
    return missing === undefined ? new ModelVectors() : undefined;
  }

  get name(): string {
    return this.model.identity;
  }

  /** In the order of the texts, made now. */
  now(texts: readonly string[]): Promise<MeaningVector[]> {
    return this.model.vectors(texts, 'work');
  }

  /** By their text. */
  async kept(texts: readonly string[]): Promise<ReadonlyMap<string, MeaningVector>> {
    const different = [...new Set(texts)].sort();
    const name = createHash('sha256').update(JSON.stringify([this.model.identity, different]));
    const file = join(KEPT, `${name.digest('hex')}.int8`);
    if (!existsSync(file)) await this.make(different, file);
    const bytes = readFileSync(file);
    const dimensions = bytes.length / Math.max(1, different.length);
    const at = (index: number) => new Int8Array(bytes.buffer, bytes.byteOffset + index * dimensions, dimensions);
    return new Map(different.map((text, index) => [text, at(index)]));
  }

  /** Of the preferred labels, as the service makes them of a framework version. */
  async indexOf(framework: readonly CompetencyWording[], { competencies }: WordingIndex): Promise<MeaningIndex> {
    const names = new Map(framework.map(({ id, preferred }) => [id, preferred[0] ?? '']));
    const vectors = await this.kept([...names.values()]);
    return meaningIndexOf(competencies, (id) => vectors.get(names.get(id) ?? ''));
  }

  close(): Promise<void> {
    return this.model.onApplicationShutdown();
  }

  private async make(texts: readonly string[], file: string): Promise<void> {
    const started = performance.now();
    const made: MeaningVector[] = [];
    for (let at = 0; at < texts.length; at += PORTION)
      made.push(...(await this.model.vectors(texts.slice(at, at + PORTION), 'work')));
    this.secondsMaking += (performance.now() - started) / 1000;
    mkdirSync(KEPT, { recursive: true });
    writeFileSync(`${file}.part`, Buffer.concat(made.map(({ buffer }) => Buffer.from(buffer))));
    renameSync(`${file}.part`, file);
  }
}
