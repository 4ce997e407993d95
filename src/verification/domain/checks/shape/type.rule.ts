import { listOf } from '../../json.js';
import { type ShapeFault, type ShapeSubject, fault } from './shape-rule.js';

export function typeRule({ credential }: ShapeSubject): ShapeFault[] {
  const types = listOf(credential.type);
  if (types.some((type) => typeof type !== 'string' || type === ''))
    return [fault('type', '/type', 'a type of the credential is no text')];
  return types.includes('VerifiableCredential')
    ? []
    : [fault('type', '/type', 'the types of the credential do not include VerifiableCredential')];
}
