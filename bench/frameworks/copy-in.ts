import type pg from 'pg';

/** The part of pg's connection that speaks the protocol of COPY. */
interface CopyConnection {
  query(sql: string): void;
  sendCopyFromChunk(chunk: Buffer): void;
  endCopyFrom(): void;
}

/** Sends rows in COPY's text format to `COPY ... FROM STDIN`, as psql's `\copy` does. */
export function copyIn(client: pg.Client, sql: string, chunks: readonly Buffer[]): Promise<void> {
  return new Promise((resolve, reject) => {
    const submittable = {
      submit: (connection: CopyConnection): void => connection.query(sql),
      handleCopyInResponse(connection: CopyConnection): void {
        for (const chunk of chunks) connection.sendCopyFromChunk(chunk);
        connection.endCopyFrom();
      },
      handleError: (error: Error): void => reject(error),
      handleReadyForQuery: (): void => resolve(),
      handleCommandComplete: (): void => undefined,
      handleRowDescription: (): void => undefined,
      handleDataRow: (): void => undefined,
      handleEmptyQuery: (): void => undefined,
    };
    client.query(submittable as unknown as pg.Submittable);
  });
}

/** Rows as one chunk each thousand, in the text format of COPY. */
export function copyText(rows: readonly (readonly (string | null)[])[]): Buffer[] {
  const chunks: Buffer[] = [];
  for (let at = 0; at < rows.length; at += 1_000) {
    const lines = rows.slice(at, at + 1_000).map((row) => `${row.map(field).join('\t')}\n`);
    chunks.push(Buffer.from(lines.join('')));
  }
  return chunks;
}

function field(value: string | null): string {
  if (value === null) return '\\N';
  return value.replace(/[\\\t\n\r]/g, (sign) => ESCAPES[sign] ?? sign);
}

const ESCAPES: Readonly<Record<string, string>> = { '\\': '\\\\', '\t': '\\t', '\n': '\\n', '\r': '\\r' };
