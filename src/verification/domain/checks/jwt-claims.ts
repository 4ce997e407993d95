import { instantOfNumericDate } from '../instant.js';
import type { JsonObject } from '../json.js';
import { quoted } from '../quoted.js';
import { failed, type Finding } from './check.js';

/** Whether `typ` or `cty` of a header is of a known kind; it may be missing. */
export function findingsOfMediaType(value: unknown, name: string, known: ReadonlySet<string>): Finding[] {
  if (value === undefined) return [];
  if (known.has(value as string)) return [];
  const bare = typeof value === 'string' ? value.toLowerCase().replace(/^application\//, '') : undefined;
  if (bare !== undefined && known.has(bare)) return [];
  return [malformed(`${name}`, `the ${name} of the JWT, ${shown(value)}, is not that of a credential`)];
}

export function findingsOfNumericDates({ claims }: { claims: JsonObject }): Finding[] {
  const findings: Finding[] = [];
  for (const name of ['nbf', 'exp'])
    if (claims[name] !== undefined && !instantOfNumericDate(claims[name]))
      findings.push(malformed(name, `${name} is not a number of seconds`));
  return findings;
}

export function shown(value: unknown): string {
  return quoted(typeof value === 'string' ? value : JSON.stringify(value));
}

export function malformed(code: string, detail: string): Finding {
  return failed('malformed', code, detail);
}
