import { CandidateDto, type CandidateCommand, toCandidateCommand } from '../../candidates/index.js';
import { type FieldProblem, Malformed } from '../../platform/errors/index.js';
import { DtoValidationPipe } from '../../platform/http/index.js';
import { type EmbeddedDocument, readEmbeddedDocument } from '../domain/embedded-document.js';
import { elementsOf, membersOf } from '../domain/json-source.js';

/** A person as an import line or a delivery tells of them, with the documents that came along. */
export interface CandidateSubmission {
  readonly command: CandidateCommand;
  readonly documents: readonly EmbeddedDocument[];
}

export const MAX_CREDENTIALS_AT_ONCE = 50;

const rules = new DtoValidationPipe();

/**
 * Reads what `POST /v1/candidates` takes plus `credentials`, a list of at most 50 entries (see `readEmbeddedDocument`).
 *
 * @param value as parsed strictly
 * @param source the JSON text of `value`, so that documents keep their bytes
 * @param at when what is said was true
 * @param pointer where `value` stands in what was sent, for problems
 * @throws {Malformed} with a pointer to each field at fault
 */
export async function readCandidateSubmission(
  value: unknown,
  source: string,
  at: Date,
  pointer = '',
): Promise<CandidateSubmission> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw invalid(pointer, 'is-object', 'must be a JSON object');
  }
  // Documents are kept away from the rules for people: nothing may copy or change them on the way.
  const { credentials, ...person } = value as Record<string, unknown>;
  const dto = (await below(pointer, () =>
    rules.transform(person, { type: 'body', metatype: CandidateDto }),
  )) as CandidateDto;
  return {
    command: toCandidateCommand(dto, at),
    documents: documentsOf(credentials, source, `${pointer}/credentials`),
  };
}

function documentsOf(credentials: unknown, source: string, pointer: string): EmbeddedDocument[] {
  if (credentials === undefined || credentials === null) return [];
  if (!Array.isArray(credentials)) throw invalid(pointer, 'is-array', 'must be a list');
  if (credentials.length > MAX_CREDENTIALS_AT_ONCE) {
    throw invalid(pointer, 'array-max-size', `must hold at most ${MAX_CREDENTIALS_AT_ONCE} credentials`);
  }
  const sources = elementsOf(membersOf(source).get('credentials') ?? '[]');
  return credentials.map((entry, i) => readEmbeddedDocument(entry, sources[i] ?? '', `${pointer}/${i}`));
}

/** Problems found inside a part get the pointer of the whole. */
async function below<T>(pointer: string, read: () => Promise<T>): Promise<T> {
  try {
    return await read();
  } catch (error) {
    if (!(error instanceof Malformed) || pointer === '') throw error;
    const moved = (problem: FieldProblem): FieldProblem => ({ ...problem, pointer: pointer + problem.pointer });
    throw new Malformed(error.code, error.detail, error.errors.map(moved));
  }
}

const invalid = (pointer: string, code: string, message: string): Malformed =>
  new Malformed('validation-failed', `What was sent is not valid at ${pointer || 'the top'}: ${message}.`, [
    { pointer, code, message },
  ]);
