import type { JsonObject } from '../json.js';
import { type CanonicalForm, canonicalForm } from './canonical-form.js';
import { findInlineContextProblem } from './inline-contexts.js';
import type { ContextLibrary } from './pinned-contexts.js';
import { findPlainFormProblem } from './plain-form.js';

/**
 * A credential in canonical form, without its proofs as most proofs sign it, worked out once however many proofs and checks ask for it.
 */
export class CanonicalDocument {
  private readonly forms = new Map<string, Promise<CanonicalForm>>();
  /** Only texts with a direction come out differently, so without any the two forms are one. */
  private readonly hasDirection: boolean;

  constructor(
    private readonly credential: JsonObject,
    readonly further: ContextLibrary | undefined,
    /** A proof that builds on earlier ones signs those too. */
    private readonly proofs: 'without-proofs' | 'with-proofs' = 'without-proofs',
  ) {
    this.hasDirection = JSON.stringify(credential).includes('"@direction"');
  }

  form(rdfDirection?: 'i18n-datatype'): Promise<CanonicalForm> {
    const key = (this.hasDirection && rdfDirection) || 'none';
    const known = this.forms.get(key);
    if (known) return known;
    const made = this.make(rdfDirection);
    this.forms.set(key, made);
    return made;
  }

  private async make(rdfDirection?: 'i18n-datatype'): Promise<CanonicalForm> {
    const problem = findInlineContextProblem(this.credential) ?? findPlainFormProblem(this.credential);
    if (problem) return { ok: false, ...problem };
    const { proof: _proof, ...document } = this.credential;
    const signed = this.proofs === 'with-proofs' ? this.credential : document;
    return canonicalForm(signed, { further: this.further, rdfDirection });
  }
}
