import { Readable } from 'node:stream';
import type { FastifyReply } from 'fastify';
import { csvLine } from './csv.js';
import type { ExportFormat } from './export-query.dto.js';

const TYPES: Record<ExportFormat, string> = { ndjson: 'application/x-ndjson', csv: 'text/csv; charset=utf-8' };

/** Rows that are read as they are sent, so that a long table is never whole in memory. */
export interface Table<Row extends object> {
  /** Of the file, without its ending. */
  readonly name: string;
  readonly columns: readonly (keyof Row & string)[];
  /** In parts; the next is asked for when the receiver has taken the one before. */
  readonly rows: AsyncIterable<readonly Row[]>;
}

/** Answers with a table: one JSON object a line, or CSV with a head; the columns are the same, in the same order. */
export async function sendTable<Row extends object>(
  reply: FastifyReply,
  format: ExportFormat,
  table: Table<Row>,
): Promise<void> {
  await reply
    .header('content-type', TYPES[format])
    .header('content-disposition', `attachment; filename="${table.name}.${format}"`)
    .header('cache-control', 'no-store')
    .send(Readable.from(format === 'csv' ? asCsv(table) : asNdjson(table)));
}

async function* asCsv<Row extends object>({ columns, rows }: Table<Row>): AsyncGenerator<string> {
  yield csvLine(columns);
  for await (const part of rows) yield part.map((row) => csvLine(columns.map((column) => row[column]))).join('');
}

async function* asNdjson<Row extends object>({ columns, rows }: Table<Row>): AsyncGenerator<string> {
  for await (const part of rows) {
    yield part.map((row) => `${JSON.stringify(Object.fromEntries(columns.map((c) => [c, row[c]])))}\n`).join('');
  }
}
