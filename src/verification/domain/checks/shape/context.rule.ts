import { isAbsoluteUri } from '../../absolute-uri.js';
import { credentialContextV1, credentialContextV2 } from '../../data-model.js';
import { isObject, listOf } from '../../json.js';
import { type ShapeFault, type ShapeSubject, fault, itemsAt } from './shape-rule.js';

const bases: readonly unknown[] = [credentialContextV1, credentialContextV2];

/** The base context of one data model comes first; what follows are URLs or inline contexts. */
export function contextRule({ credential }: ShapeSubject): ShapeFault[] {
  const entries = listOf(credential['@context']);
  const first = entries[0];
  if (!bases.includes(first))
    return [fault('base-context', '/@context', 'the first context is not the one of W3C verifiable credentials')];
  const pointerTo = (place: number): string => itemsAt(credential['@context'], '/@context')[place]?.pointer ?? '';
  const wrong = entries.findIndex((item) => !isAbsoluteUri(item) && !isObject(item));
  if (wrong >= 0) return [fault('context', pointerTo(wrong), 'a context is neither a URL nor an object')];
  const second = entries.findIndex((item) => item !== first && bases.includes(item));
  return second < 0 ? [] : [fault('base-context', pointerTo(second), 'the contexts of two data models are mixed')];
}
