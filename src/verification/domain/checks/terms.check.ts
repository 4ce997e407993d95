import { andThen, type Eventually } from '../eventually.js';
import { failed, passed, skipped, undecided, type Finding } from './check.js';
import type { CheckDefinition, Examined } from './check-definition.js';
import type { ProofFinding } from '../proofs/proof-finding.js';
import type { CanonicalForm } from '../json-ld/canonical-form.js';
import { isPlainRecord } from '../reading/plain-record.js';
import { findInlineContextProblem } from '../json-ld/inline-contexts.js';

/**
 * Whether every word of the document has a meaning that its contexts define, so that all of it is signed.
 *
 * A JWT is signed as text, and so are some embedded proofs; there only the redefinition of a standard word counts.
 */
export const termsCheck: CheckDefinition = {
  id: 'terms',
  asks: 'Is every word defined, so that the signature covers all of it?',
  run(examined: Examined): Eventually<readonly Finding[]> {
    const { read, proofs } = examined;
    if (isPlainRecord(read)) return [skipped('plain-json', 'it is plain JSON, whose words need no contexts')];
    if (read.securing === 'jwt' || isSignedAsText(proofs)) {
      const problem = findInlineContextProblem(read.credential);
      return problem?.kind === 'malformed' ? [failed('malformed', problem.code, problem.detail)] : signedAsText;
    }
    return findingsOnForm(examined);
  },
};

const signedAsText = [skipped('signed-as-text', 'what is signed is the text itself, whatever its contexts are')];
const allDefined = [passed('all-defined', 'every term of the document is defined by a pinned context')];

function findingsOnForm(examined: Examined): Eventually<readonly Finding[]> {
  return andThen(formFor(examined), (form) => (form.ok ? allDefined : findingsOnProblem(form, examined)));
}

function findingsOnProblem(form: CanonicalForm & { ok: false }, { read, proofs }: Examined): readonly Finding[] {
  // Suites that sign the text need no meanings; of a suite that is not known here nobody can say.
  if (proofs.length > 0 && proofs.every(({ code }) => code === 'unknown-suite'))
    return [{ outcome: 'unknown', code: form.code, detail: form.detail }];
  if (form.kind === 'malformed') return [failed('malformed', form.code, form.detail)];
  // Of an unsigned document nothing hangs on the meaning of its words.
  if (read.securing === 'none') return [{ outcome: 'unknown', code: form.code, detail: form.detail }];
  return [undecided('unsupported', form.code, form.detail)];
}

/** Once a signature fits the form of the fast lane, that is what the issuer signed, and the fast lane drops no word. */
function formFor({ canonical, signature }: Examined): Eventually<CanonicalForm> {
  if (signature !== 'valid') return canonical.general.formOfWords();
  return andThen(canonical.fast.formOfWords(), (fast) => (fast.ok ? fast : canonical.general.formOfWords()));
}

/** Of the proofs that are verified here none reads the document as RDF. */
function isSignedAsText(proofs: readonly ProofFinding[]): boolean {
  const known = proofs.filter(({ signsOver }) => signsOver !== undefined);
  return known.length > 0 && known.every(({ signsOver }) => signsOver === 'text');
}
