import { type ShapeFault, fault, remark } from '../../checks/shape/shape-rule.js';
import { type JsonObject, contextUrlsOf, hasType, isObject, listOf, typesOf } from '../../json.js';
import { quoted } from '../../quoted.js';
import { isWebAddress } from '../badge-address.js';
import type { BadgeGeneration } from '../upgrade/generation.js';
import { readDate } from '../upgrade/upgrade-dates.js';
import { verificationTypeOf } from '../verification-type.js';
import { faultsOfClass } from '../../checks/shape/json-schema-faults.js';
import { compiledClasses } from './compiled-schemas.js';
import { faultsOfExtensions } from './known-extensions.js';

const contextForm = /^https?:\/\/(w3id\.org\/openbadges\/v2|openbadgespec\.org\/v2\/context)(\.\d+)?(\/|\.json(ld)?)?$/;

/**
 * Where an assertion breaks the rules of Open Badges 2.0.
 *
 * @param assertion in the words of 2.0
 * @param generation in whose words it was written: an older one need not say what it had no word for
 */
export function faultsOfAssertion(assertion: JsonObject, generation: BadgeGeneration): ShapeFault[] {
  return [
    ...faultsOfContext(assertion),
    ...faultsOfType(assertion),
    ...faultsOfClass(compiledClasses.assertion, assertion, ''),
    ...faultsOfVerification(assertion, generation),
    ...faultsOfDates(assertion, generation),
    ...faultsOfExtensions(assertion, ''),
  ];
}

function faultsOfContext(assertion: JsonObject): ShapeFault[] {
  if (contextUrlsOf(assertion).some((url) => contextForm.test(url))) return [];
  const hasInline = listOf(assertion['@context']).some(isObject);
  return hasInline && contextUrlsOf(assertion).length === 0
    ? [remark('context', '/@context', 'the context is written out instead of named')]
    : [fault('context', '/@context', 'the context of Open Badges 2.0 is not among the contexts')];
}

function faultsOfType(assertion: JsonObject): ShapeFault[] {
  if (hasType(assertion, 'Assertion', 'obi:Assertion', 'https://w3id.org/openbadges#Assertion')) return [];
  const types = typesOf(assertion).slice(0, 5).map(quoted).join(', ');
  return [fault('type', '/type', `the type is ${types === '' ? 'missing' : types} and should be Assertion`)];
}

function faultsOfVerification(assertion: JsonObject, generation: BadgeGeneration): ShapeFault[] {
  const { verification, id } = assertion;
  // What is no object at all was found by the schema already.
  if (!isObject(verification)) return [];
  const type = verificationTypeOf(assertion);
  if (type === undefined)
    return [
      fault(
        'verification',
        '/verification/type',
        'a badge is verified as hosted or as signed, and this one names neither',
      ),
    ];
  // 0.5 does not say where it is published.
  const mustHaveAddress = type === 'hosted' && !(generation === '0.5' && id === undefined);
  return mustHaveAddress && !isWebAddress(id)
    ? [fault('id', '/id', 'the id of a hosted badge must be the web address that it is published at')]
    : [];
}

function faultsOfDates(assertion: JsonObject, generation: BadgeGeneration): ShapeFault[] {
  const { issuedOn, expires } = assertion;
  const dates = Object.entries({ issuedOn, expires }).filter(([, value]) => value !== undefined && value !== null);
  if (issuedOn === undefined && generation !== '0.5') return [fault('date', '/issuedOn', 'issuedOn is missing')];
  const faults = dates.flatMap(([name, value]) => {
    const { instant, isExact } = readDate(value);
    if (!instant) return [fault('date', `/${name}`, `${name} is no date`)];
    return isExact || generation !== '2.0'
      ? []
      : [remark('date', `/${name}`, `${name} is not a full date with time and zone`)];
  });
  const [start, end] = [readDate(issuedOn).instant, readDate(expires).instant];
  if (start && end && end < start)
    faults.push(fault('date-order', '/expires', 'the badge expires before it was issued'));
  return faults;
}
