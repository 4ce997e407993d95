import { isAbsoluteUri } from '../../absolute-uri.js';
import { isObject, typesOf } from '../../json.js';
import { type ShapeFault, type ShapeSubject, fault, itemsAt } from './shape-rule.js';

const parts = ['credentialStatus', 'credentialSchema', 'refreshService', 'termsOfUse', 'evidence'] as const;

/** The parts by which a credential is extended are objects that say what they are; a schema also says which. */
export function typedPartsRule({ credential }: ShapeSubject): ShapeFault[] {
  const faults: ShapeFault[] = [];
  for (const name of parts) {
    if (credential[name] === undefined) continue;
    for (const { item, pointer } of itemsAt(credential[name], `/${name}`)) {
      const needsId = name === 'credentialSchema';
      if (!isObject(item) || typesOf(item).length === 0)
        faults.push(fault('untyped', pointer, `${pointer} is no object with a type`));
      else if (!isAbsoluteUri(item.id) && (item.id !== undefined || needsId))
        faults.push(fault('id', `${pointer}/id`, `${pointer}/id is not one absolute URL`));
    }
  }
  return faults;
}
