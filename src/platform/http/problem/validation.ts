import { type ArgumentMetadata, Injectable, ValidationPipe } from '@nestjs/common';
import type { ValidationError } from 'class-validator';
import { type FieldProblem, Malformed } from '../../errors/index.js';
import { pointerTo } from './pointer.js';

/** More problems than a person reads at once are not listed. */
const MAX_PROBLEMS = 100;

/**
 * What a body may cost to check. Looking at an object, a key and an element of a list costs about as 50 to 10 to 1, and as
 * much as this keeps everybody else waiting for less than a tenth of a second. A DTO whose lists may be longer has a limit
 * of its own, `mostToCheck`.
 */
const MOST_TO_CHECK = 100_000;
const WEIGHT = { object: 50, key: 10, element: 1 };

/** Checks bodies, queries and params against their DTO class; unknown properties are refused, not dropped. */
@Injectable()
export class DtoValidationPipe extends ValidationPipe {
  constructor() {
    super({
      whitelist: true,
      forbidNonWhitelisted: true,
      transform: true,
      validationError: { target: false, value: false },
      exceptionFactory: (errors) => validationFailed(problemsOf(errors)),
    });
  }

  override async transform(value: unknown, metadata: ArgumentMetadata): Promise<unknown> {
    if (metadata.type === 'body' && this.toValidate(metadata) && value !== undefined && !isPlainObject(value)) {
      throw validationFailed([{ pointer: '', code: 'is-object', message: 'the body must be a JSON object' }]);
    }
    if (metadata.type === 'body' && isMoreThan(mostFor(metadata), value)) throw new TooMuchToCheck();
    return super.transform(value, metadata);
  }
}

class TooMuchToCheck extends Malformed {
  constructor() {
    const detail = 'The body holds more values than any valid request. Send fewer properties and shorter lists.';
    super('too-many-values', detail, [{ pointer: '', code: 'too-many-values', message: 'must hold fewer values' }]);
  }
}

const mostFor = ({ metatype }: ArgumentMetadata): number =>
  (metatype as { mostToCheck?: number } | undefined)?.mostToCheck ?? MOST_TO_CHECK;

function isMoreThan(most: number, body: unknown): boolean {
  let weight = 0;
  const open: object[] = typeof body === 'object' && body !== null ? [body] : [];
  for (let next = open.pop(); next !== undefined && weight <= most; next = open.pop()) {
    const values: unknown[] = Array.isArray(next) ? next : Object.values(next);
    weight += Array.isArray(next) ? values.length * WEIGHT.element : WEIGHT.object + values.length * WEIGHT.key;
    if (weight > most) break;
    for (const value of values) if (typeof value === 'object' && value !== null) open.push(value);
  }
  return weight > most;
}

export function validationFailed(problems: readonly FieldProblem[]): Malformed {
  const first = problems[0];
  const where = first === undefined || first.pointer === '' ? '' : ` at ${first.pointer}`;
  const more = problems.length > 1 ? ` (and ${problems.length - 1} more)` : '';
  const detail =
    first === undefined ? 'The request is not valid.' : `The request is not valid${where}: ${first.message}${more}.`;
  return new Malformed('validation-failed', detail, problems.slice(0, MAX_PROBLEMS));
}

function problemsOf(errors: readonly ValidationError[], path: readonly string[] = []): FieldProblem[] {
  return errors.flatMap((error) => {
    const here = [...path, error.property];
    const own = Object.entries(error.constraints ?? {}).map(([rule, message]) => ({
      pointer: pointerTo(here),
      code: rule === 'whitelistValidation' ? 'unknown-property' : kebab(rule),
      message,
    }));
    return [...own, ...problemsOf(error.children ?? [], here)];
  });
}

const kebab = (name: string): string => name.replace(/([a-z0-9])([A-Z])/g, '$1-$2').toLowerCase();

const isPlainObject = (value: unknown): boolean =>
  typeof value === 'object' && value !== null && !Array.isArray(value) && !Buffer.isBuffer(value);
