import { readFile } from 'node:fs/promises';
import { Injectable } from '@nestjs/common';
import type { Transaction } from '../../platform/database/index.js';
import type { FrameworkContent, LevelScale } from '../domain/content/framework-content.js';
import { readCsvFramework } from '../domain/csv/csv-framework.js';
import { ImportFramework, type ImportedFramework } from './import-framework.js';

const NAME = 'Credence starter';
/** Goes up with every change of the files. */
const VERSION = '1';
const BASE_URI = 'urn:credence:starter:';
const FOLDER = new URL('../starter/', import.meta.url);

/** The small framework that every organization begins with. */
@Injectable()
export class StarterFramework {
  constructor(private readonly imports: ImportFramework) {}

  async read(): Promise<FrameworkContent> {
    const file = 'credence-starter.csv';
    const { content } = await readCsvFramework([{ file, chunks: [await read(file)] }], BASE_URI);
    return { ...content, scale: JSON.parse((await read('scale.json')).toString()) as LevelScale };
  }

  /** Harmless when the organization has it already. */
  import(tx: Transaction, content: FrameworkContent): Promise<ImportedFramework> {
    return this.imports.run(tx, { name: NAME, version: VERSION, format: 'csv', content, importedBy: 'system' });
  }
}

const read = (file: string): Promise<Buffer> => readFile(new URL(file, FOLDER));
