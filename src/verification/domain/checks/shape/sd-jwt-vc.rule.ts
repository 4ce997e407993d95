import { isAbsoluteUri } from '../../absolute-uri.js';
import { instantOfNumericDate } from '../../instant.js';
import { type JsonObject, isObject } from '../../json.js';
import { type ShapeFault, fault } from './shape-rule.js';

/**
 * The claims of an SD-JWT VC: what it is (`vct`), by whom, when, and for whose key. `iss` may be missing where certificates
 * name the issuer.
 *
 * @see https://datatracker.ietf.org/doc/draft-ietf-oauth-sd-jwt-vc/ section 3.2.2
 */
export function faultsOfSdJwtVc(claims: JsonObject): ShapeFault[] {
  const { vct, iss, sub, cnf, status, nbf, exp } = claims;
  const faults: ShapeFault[] = [];
  if (typeof vct !== 'string' || vct.trim() === '')
    faults.push(fault('type', '/vct', 'the credential does not say of what type it is (vct)'));
  if (iss !== undefined && !isAbsoluteUri(iss))
    faults.push(fault('issuer', '/iss', 'the issuer is not one absolute URL'));
  if (sub !== undefined && typeof sub !== 'string') faults.push(fault('subject', '/sub', 'the subject is no text'));
  for (const [name, value] of Object.entries({ cnf, status }))
    if (value !== undefined && !isObject(value))
      faults.push(fault('not-an-object', `/${name}`, `"${name}" is no object`));
  const [start, end] = [instantOfNumericDate(nbf), instantOfNumericDate(exp)];
  if (start && end && end < start)
    faults.push(fault('date-order', '/exp', `it ends at ${end.toISOString()}, before it starts`));
  return faults;
}
