import { GunzipRefused } from '../import/bounded-gunzip.js';
import { IMPORT_LIMITS } from '../import/import-limits.js';
import { UnreadableSource } from '../import/source-problem.js';
import { boundedText, type ByteBudget, type SourceFile } from '../table/source-text.js';

/**
 * A JSON document, read as a whole.
 *
 * @param budget bytes that are left for this and the following files; it is counted down
 * @throws {UnreadableSource} `not-json`, `json-too-deep`, `too-large`, `not-utf8`
 */
export async function readJson(source: SourceFile, budget: ByteBudget): Promise<unknown> {
  const { file } = source;
  const own = { bytes: Math.min(budget.bytes, IMPORT_LIMITS.maxJsonBytes) };
  const allowed = own.bytes;
  const parts: string[] = [];
  try {
    for await (const part of boundedText(source, own)) parts.push(part);
  } catch (error) {
    if (!(error instanceof GunzipRefused)) throw error;
    throw new UnreadableSource({ file, severity: 'fatal', code: error.code, message: error.message });
  }
  budget.bytes -= allowed - own.bytes;
  const value = parsed(parts.join(''), file);
  if (isDeeperThan(value, IMPORT_LIMITS.maxJsonDepth)) {
    const message = `Objects and lists may be ${IMPORT_LIMITS.maxJsonDepth} deep inside each other.`;
    throw new UnreadableSource({ file, severity: 'fatal', code: 'json-too-deep', message });
  }
  return value;
}

/** A JSON value in a cell; undefined for a text that is none, or one too deep inside itself. */
export function jsonOf(text: string): unknown {
  try {
    const value: unknown = JSON.parse(text);
    return isDeeperThan(value, IMPORT_LIMITS.maxJsonDepth) ? undefined : value;
  } catch {
    return undefined;
  }
}

function parsed(text: string, file: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    const message = `The file is not well-formed JSON: ${(error as Error).message.slice(0, 200)}.`;
    throw new UnreadableSource({ file, severity: 'fatal', code: 'not-json', message });
  }
}

/** Level by level, for depth is chosen by whoever wrote the file. */
function isDeeperThan(value: unknown, depth: number): boolean {
  let level: unknown[] = [value];
  for (let deep = 0; level.length > 0; deep += 1) {
    if (deep > depth) return true;
    level = level.flatMap((item): unknown[] => (item !== null && typeof item === 'object' ? Object.values(item) : []));
  }
  return false;
}
