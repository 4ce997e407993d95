import { isAbsoluteUri } from '../../absolute-uri.js';
import { hasType, idOf, isObject, typesOf } from '../../json.js';
import { isEnvelope, openEnvelope } from '../../reading/enveloped.js';
import { contextRule } from './context.rule.js';
import { type ShapeFault, type ShapeSubject, fault, itemsAt } from './shape-rule.js';

/**
 * The form of a presentation: base context, type, ids, and what it may hold. In the data model 2.0 every credential is an
 * object, and one that nobody signed is the holder's own word.
 *
 * @see https://www.w3.org/TR/vc-data-model-2.0/#verifiable-presentations
 */
export function faultsOfPresentation(subject: ShapeSubject): ShapeFault[] {
  const { credential: presentation } = subject;
  const holder = idOf(presentation.holder);
  const faults = contextRule(subject);
  if (!hasType(presentation, 'VerifiablePresentation'))
    faults.push(fault('type', '/type', 'the types of the presentation do not include VerifiablePresentation'));
  if (presentation.id !== undefined && !isAbsoluteUri(presentation.id))
    faults.push(fault('id', '/id', '/id is not one absolute URL'));
  if (presentation.holder !== undefined && !isAbsoluteUri(holder))
    faults.push(fault('holder', '/holder', 'the id of the holder is not one absolute URL'));
  for (const { item, pointer } of itemsAt(presentation.verifiableCredential, '/verifiableCredential'))
    faults.push(...faultsOfCredential(item, pointer, subject, holder));
  return faults;
}

function faultsOfCredential(
  item: unknown,
  pointer: string,
  { dataModel }: ShapeSubject,
  holder: string | undefined,
): ShapeFault[] {
  if (!isObject(item))
    return typeof item === 'string' && dataModel === '1.1'
      ? []
      : [fault('credential', pointer, `${pointer} is no object, as credentials in a presentation are`)];
  if (isEnvelope(item)) {
    const opened = openEnvelope(item);
    return opened.ok ? [] : [fault('credential', `${pointer}/id`, opened.detail)];
  }
  if (!typesOf(item).includes('VerifiableCredential'))
    return [fault('credential', `${pointer}/type`, `${pointer} has not the type of a credential`)];
  const isSelfAsserted = dataModel === '2.0' && item.proof === undefined && holder !== undefined;
  return isSelfAsserted && idOf(item.issuer) !== holder
    ? [fault('self-asserted', `${pointer}/issuer`, `${pointer} is unsigned, and its issuer is not the holder`)]
    : [];
}
