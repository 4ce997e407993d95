import { isAbsoluteUri } from '../../absolute-uri.js';
import { isObject, type JsonObject } from '../../json.js';
import { type ShapeFault, type ShapeSubject, fault, itemsAt } from './shape-rule.js';

/** Who and what the credential is about: ids are single URLs, the issuer is named, a subject says something. */
export function identityRule({ credential, isSecured }: ShapeSubject): ShapeFault[] {
  const faults = faultsOfId(credential.id, '/id');
  faults.push(...faultsOfIssuer(credential, isSecured), ...faultsOfSubject(credential));
  return faults;
}

function faultsOfId(id: unknown, pointer: string): ShapeFault[] {
  return id === undefined || isAbsoluteUri(id) ? [] : [fault('id', pointer, `${pointer} is not one absolute URL`)];
}

function faultsOfIssuer(credential: ShapeSubject['credential'], isSecured: boolean): ShapeFault[] {
  const { issuer } = credential;
  if (issuer === undefined) return isSecured ? [fault('issuer', '/issuer', 'the credential names no issuer')] : [];
  const id = isObject(issuer) ? issuer.id : issuer;
  if (isObject(issuer) && id === undefined && !isSecured) return [];
  if (isAbsoluteUri(id)) return [];
  return [fault('issuer', isObject(issuer) ? '/issuer/id' : '/issuer', 'the id of the issuer is not one absolute URL')];
}

function faultsOfSubject(credential: ShapeSubject['credential']): ShapeFault[] {
  const subjects = itemsAt(credential.credentialSubject, '/credentialSubject');
  if (subjects.length === 0) return [fault('subject', '/credentialSubject', 'the credential has no subject')];
  const faults: ShapeFault[] = [];
  for (const { item, pointer } of subjects)
    if (isObject(item) && saysSomething(item)) faults.push(...faultsOfId(item.id, `${pointer}/id`));
    else faults.push(fault('subject', pointer, 'a subject says nothing'));
  return faults;
}

function saysSomething(object: JsonObject): boolean {
  for (const _member in object) return true;
  return false;
}
