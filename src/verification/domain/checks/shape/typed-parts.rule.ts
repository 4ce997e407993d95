import { isAbsoluteUri } from '../../absolute-uri.js';
import { isObject, typesOf } from '../../json.js';
import { type ShapeFault, type ShapeSubject, fault, itemsAt } from './shape-rule.js';

const parts = ['credentialStatus', 'credentialSchema', 'refreshService', 'termsOfUse', 'evidence'] as const;

/** The parts by which a credential is extended are objects that say what they are; a schema also says which. */
export function typedPartsRule({ credential }: ShapeSubject): ShapeFault[] {
  return parts.flatMap((name) =>
    itemsAt(credential[name], `/${name}`).flatMap(({ item, pointer }) => {
      if (!isObject(item) || typesOf(item).length === 0)
        return [fault('untyped', pointer, `${pointer} is no object with a type`)];
      const needsId = name === 'credentialSchema';
      return isAbsoluteUri(item.id) || (item.id === undefined && !needsId)
        ? []
        : [fault('id', `${pointer}/id`, `${pointer}/id is not one absolute URL`)];
    }),
  );
}
