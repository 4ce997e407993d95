import { normaliseLabel } from '../label/label-normaliser.js';
import type { CanonicalIdentifier } from './canonical-identifier.js';

/** A code of a framework that is known by its name only; names are compared like labels, codes without regard to case. */
export function codeOfNamedFramework(framework: string | undefined, code: string): CanonicalIdentifier | undefined {
  const name = framework === undefined ? '' : normaliseLabel(framework);
  const plain = code.trim().toLowerCase();
  // A code is one short word; anything longer is a sentence in the wrong field.
  if (name === '' || plain === '' || plain.length > 200 || /\s.*\s.*\s/.test(plain)) return undefined;
  return { scheme: 'code', id: `${name}/${plain}` };
}
