import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** What the service answered about one document; `refused`: it was not taken in, with the code of the problem. */
export type Answer =
  | { kind: 'verdict'; verdict: string | null; reasons: readonly string[]; format: string | null }
  | { kind: 'refused'; code: string };

/** What a careful verifier says of one document of the folder. */
export interface Expectation {
  /** Path inside the folder. */
  file: string;
  /** The first folder of the path. */
  group: string;
  /** As `expected.json` puts it. */
  words: string;
  mayVerify: boolean;
  agreesWith(answer: Answer): boolean;
}

const failed = [
  'invalid_signature',
  'malformed',
  'unsigned',
  'issuer_mismatch',
  'revoked',
  'suspended',
  'expired',
  'not_yet_valid',
];
const open = ['unresolvable_key', 'binding_unproven', 'status_list_invalid', 'status_unavailable'];

/**
 * Words that are no list of reasons. A document that is no credential of its own here (a registry's statement, a badge
 * whose assertion lies elsewhere, a presentation for somebody else's challenge) agrees with everything but `verified`.
 */
const phrases: readonly (readonly [RegExp, (answer: Answer) => boolean])[] = [
  [/^valid(?: list)?\b(?! proof)/, (answer) => isVerdict(answer, ['verified'])],
  [/^well-formed \(unsigned\)$/, (answer) => has(answer, ['unsigned']) && !has(answer, ['malformed'])],
  // The list itself was handed in as if it were somebody's credential, so it is judged as one.
  [/^status_list_invalid \(expired list\)$/, (answer) => has(answer, ['expired'])],
  [/^status_list_invalid \(not yet valid\)$/, (answer) => has(answer, ['not_yet_valid'])],
  [/^status_list_invalid \(bad signature\)$/, (answer) => has(answer, ['invalid_signature'])],
  [/^issuer_mismatch \(or unsupported\b/, (answer) => has(answer, ['issuer_mismatch']) || has(answer, ['unsupported'])],
  [/^unsupported, or untrusted\b/, (answer) => isVerdict(answer, ['unsupported', 'unverifiable', 'failed'])],
  [/^unsupported proof type$/, (answer) => has(answer, ['unsupported'])],
  [/^invalid$/, (answer) => isVerdict(answer, ['failed'])],
  [/^no credential$/, (answer) => has(answer, ['unsupported']) || has(answer, ['malformed'])],
  [/^extractable$/, (answer) => isNotVerified(answer) && answer.kind === 'verdict' && answer.format !== 'unknown'],
  [/^(?:warning|expired statement)$|^valid proof for that challenge/, (answer) => isNotVerified(answer)],
];

/** Reads the one file that says what each document deserves. */
export function readExpectations(folder: string): Expectation[] {
  const entries = Object.entries(
    JSON.parse(readFileSync(join(folder, 'expected.json'), 'utf8')) as Record<string, { verdict: string }>,
  );
  return entries.map(([file, { verdict: words }]) => ({
    file,
    group: file.split('/', 1)[0] ?? file,
    words,
    mayVerify: /^valid\b(?! proof)/.test(words),
    agreesWith: agreementWith(words),
  }));
}

/** @throws Error for words that mean nothing here: a fixture that nobody could agree with would test nothing */
export function agreementWith(words: string): (answer: Answer) => boolean {
  const phrase = phrases.find(([pattern]) => pattern.test(words));
  if (phrase) return (answer) => isAnswered(answer) && phrase[1](answer);
  const reasons = words.split('+');
  if (!reasons.every((it) => [...failed, ...open, 'unsupported'].includes(it)))
    throw new Error(`nothing is known of the expected verdict "${words}"`);
  return (answer) => isAnswered(answer) && has(answer, reasons);
}

/** The reasons are all there, and the verdict is the one that the worst of them gives. */
function has(answer: Answer, reasons: readonly string[]): boolean {
  // What is refused at the door for what it holds was never a document; nothing worse can be said of it.
  if (answer.kind === 'refused') return reasons.includes('malformed');
  const verdict = reasons.some((it) => failed.includes(it))
    ? 'failed'
    : reasons.some((it) => open.includes(it))
      ? 'unverifiable'
      : 'unsupported';
  return answer.verdict === verdict && reasons.every((it) => answer.reasons.includes(it));
}

function isVerdict(answer: Answer, verdicts: readonly string[]): boolean {
  return answer.kind === 'verdict' && verdicts.includes(answer.verdict ?? '');
}

export function isNotVerified(answer: Answer): boolean {
  return answer.kind === 'refused' || answer.verdict !== 'verified';
}

export function isAnswered(answer: Answer): boolean {
  return answer.kind === 'refused' || answer.verdict !== null;
}
