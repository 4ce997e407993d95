import { generatedDocument } from '../../src/verification/domain/testing/fuzz/generated-documents.js';
import { mutated } from '../../src/verification/domain/testing/fuzz/mutated.js';
import { Random } from '../../src/verification/domain/testing/fuzz/random.js';
import { canonicalForm } from '../../src/verification/domain/json-ld/canonical-form.js';
import { FastLane } from '../../src/verification/domain/json-ld/fast-lane/fast-lane.js';
import { pinnedContexts } from '../../src/verification/domain/json-ld/pinned-contexts.js';

export interface LaneComparison {
  readonly seed: number;
  readonly documents: number;
  /** Of documents as they are issued and that the general lane reads, the part that the fast lane reads too. */
  readonly fastLaneShare: number;
  /** Documents of which the fast lane says something else than the general one; none is the only good number. */
  readonly disagreements: number;
}

/** Both lanes on documents as they are issued, and on altered ones. */
export async function compareLanes(documents: number): Promise<LaneComparison> {
  const seed = Date.now() % 2 ** 31;
  const random = new Random(seed);
  const lane = new FastLane(pinnedContexts);
  let readable = 0;
  let fastOnes = 0;
  let disagreements = 0;
  for (let made = 0; made < documents; made += 1) {
    const issued = generatedDocument(random);
    const isIssued = made % 2 === 0;
    const document = isIssued ? issued : mutated(issued, random);
    const fast = lane.canonicalForm(document);
    const general = await canonicalForm(document, { rdfDirection: 'i18n-datatype', readsAnew: true });
    if (fast.ok && !(general.ok && general.nquads === fast.nquads)) disagreements += 1;
    if (isIssued && general.ok) readable += 1;
    if (isIssued && general.ok && fast.ok) fastOnes += 1;
  }
  return { seed, documents, fastLaneShare: fastOnes / readable, disagreements };
}
