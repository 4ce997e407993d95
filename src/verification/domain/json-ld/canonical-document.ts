import type { Eventually } from '../eventually.js';
import type { JsonObject } from '../json.js';
import { type Canonicalize, type CanonicalForm, type RdfReading, canonicalForm } from './canonical-form.js';
import { FastLane } from './fast-lane/fast-lane.js';
import { findInlineContextProblem } from './inline-contexts.js';
import { type ContextLibrary, pinnedContexts } from './pinned-contexts.js';
import { findPlainFormProblem } from './plain-form.js';

/** A document, and what is read in its contexts, as one of the lanes reads them. */
export interface CanonicalView {
  /** The document itself. */
  form(reading: RdfReading): Eventually<CanonicalForm>;
  /** Something beside it, such as the options of a proof, with an `@context` of its own. */
  formOf(json: JsonObject, reading: RdfReading): Eventually<CanonicalForm>;
  /** The document read to see that every word is defined; no hash matters to that, so a form made for a proof will do. */
  formOfWords(): Eventually<CanonicalForm>;
}

export type Lane = 'fast' | 'general';

export interface LaneSettings {
  /** The general lane; on this thread and without a limit of time where nothing else is given. */
  canonicalize?: Canonicalize | undefined;
  /** Told which lane settled a proof over RDF. */
  laneTaken?: ((lane: Lane) => void) | undefined;
}

export interface CanonicalSettings extends LaneSettings {
  /** Contexts that the operator pinned beside the ones of the product. */
  contexts?: ContextLibrary | undefined;
}

/** Shared, since its tables are worked out once for all documents. */
const fastLane = new FastLane(pinnedContexts);

/**
 * A credential in canonical form, without its proofs as most proofs sign it, worked out once however many proofs and
 * checks ask for it.
 *
 * Two lanes can do it. The fast one gives no form wherever it is not sure to read what the general one reads, so its
 * forms may prove a signature right and never wrong. What the general lane says is final.
 */
export class CanonicalDocument {
  private signed: SignedPart | undefined;
  private fastView: CanonicalView | undefined;
  private generalView: CanonicalView | undefined;

  constructor(
    private readonly credential: JsonObject,
    readonly settings: CanonicalSettings = {},
    /** A proof that builds on earlier ones signs those too. */
    private readonly proofs: 'without-proofs' | 'with-proofs' = 'without-proofs',
  ) {}

  get fast(): CanonicalView {
    this.fastView ??= new View(this.signedPart, fastForm, false);
    return this.fastView;
  }

  get general(): CanonicalView {
    const { contexts, canonicalize = canonicalForm } = this.settings;
    this.generalView ??= new View(
      this.signedPart,
      (json, reading) => canonicalize(json, { further: contexts, ...reading }),
      true,
    );
    return this.generalView;
  }

  /** What the proofs sign. */
  get signedDocument(): JsonObject {
    return this.signedPart.document;
  }

  private get signedPart(): SignedPart {
    this.signed ??= new SignedPart(
      this.credential,
      this.proofs === 'with-proofs' ? this.credential : withoutProofs(this.credential),
    );
    return this.signed;
  }
}

function withoutProofs({ proof: _proof, ...document }: JsonObject): JsonObject {
  return document;
}

function fastForm(json: JsonObject, { labelHash }: RdfReading): CanonicalForm {
  const form = fastLane.canonicalForm(json, labelHash);
  return form.ok ? form : { ok: false, kind: 'unsupported', code: 'declined', detail: form.declined };
}

type CanonicalFormProblem = Extract<CanonicalForm, { ok: false }>;

/** What both lanes have to know of the document; worked out when a lane is first asked. */
class SignedPart {
  private found: { problem: CanonicalFormProblem | undefined } | undefined;
  private direction: boolean | undefined;

  constructor(
    private readonly credential: JsonObject,
    readonly document: JsonObject,
  ) {}

  get problem(): CanonicalFormProblem | undefined {
    this.found ??= { problem: problemOf(this.credential) };
    return this.found.problem;
  }

  /** Only texts with a direction come out differently, so without any the forms of all suites are one. */
  get hasDirection(): boolean {
    this.direction ??= JSON.stringify(this.document).includes('"@direction"');
    return this.direction;
  }
}

function problemOf(credential: JsonObject): CanonicalFormProblem | undefined {
  const problem = findInlineContextProblem(credential) ?? findPlainFormProblem(credential);
  return problem && { ok: false, ...problem };
}

class View implements CanonicalView {
  private readonly forms = new Map<string, Eventually<CanonicalForm>>();

  constructor(
    private readonly signed: SignedPart,
    private readonly canonicalize: (json: JsonObject, reading: RdfReading) => Eventually<CanonicalForm>,
    /** The fast lane declines texts with a direction, so for it they make no difference. */
    private readonly readsDirections: boolean,
  ) {}

  form(reading: RdfReading): Eventually<CanonicalForm> {
    const { problem, document } = this.signed;
    if (problem) return problem;
    const key = this.keyOf(reading);
    const made = this.forms.get(key) ?? this.canonicalize(document, reading);
    this.forms.set(key, made);
    return made;
  }

  formOf(json: JsonObject, reading: RdfReading): Eventually<CanonicalForm> {
    return this.canonicalize(json, reading);
  }

  formOfWords(): Eventually<CanonicalForm> {
    const reading: RdfReading = { rdfDirection: 'i18n-datatype' };
    const made = this.forms.get(this.keyOf({ ...reading, labelHash: 'sha384' }));
    return made ?? this.form(reading);
  }

  private keyOf({ rdfDirection, labelHash }: RdfReading): string {
    return `${this.readsDirections && this.signed.hasDirection ? rdfDirection : ''} ${labelHash}`;
  }
}
