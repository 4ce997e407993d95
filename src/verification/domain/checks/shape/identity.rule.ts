import { isAbsoluteUri } from '../../absolute-uri.js';
import { isObject } from '../../json.js';
import { type ShapeFault, type ShapeSubject, fault, itemsAt } from './shape-rule.js';

/** Who and what the credential is about: ids are single URLs, the issuer is named, a subject says something. */
export function identityRule({ credential, isSecured }: ShapeSubject): ShapeFault[] {
  return [
    ...faultsOfId(credential.id, '/id'),
    ...faultsOfIssuer(credential, isSecured),
    ...faultsOfSubject(credential),
  ];
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
  return subjects.flatMap(({ item, pointer }) =>
    isObject(item) && Object.keys(item).length > 0
      ? faultsOfId(item.id, `${pointer}/id`)
      : [fault('subject', pointer, 'a subject says nothing')],
  );
}
