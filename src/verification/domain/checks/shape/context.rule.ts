import { isAbsoluteUri } from '../../absolute-uri.js';
import { credentialContextV1, credentialContextV2 } from '../../data-model.js';
import { isObject } from '../../json.js';
import { type ShapeFault, type ShapeSubject, fault, itemsAt } from './shape-rule.js';

const bases: readonly unknown[] = [credentialContextV1, credentialContextV2];

/** The base context of one data model comes first; what follows are URLs or inline contexts. */
export function contextRule({ credential }: ShapeSubject): ShapeFault[] {
  const entries = itemsAt(credential['@context'], '/@context');
  const [first] = entries;
  if (!first || !bases.includes(first.item))
    return [fault('base-context', '/@context', 'the first context is not the one of W3C verifiable credentials')];
  const wrong = entries.find(({ item }) => !isAbsoluteUri(item) && !isObject(item));
  if (wrong) return [fault('context', wrong.pointer, 'a context is neither a URL nor an object')];
  const second = entries.find(({ item }) => bases.includes(item) && item !== first.item);
  return second ? [fault('base-context', second.pointer, 'the contexts of two data models are mixed')] : [];
}
