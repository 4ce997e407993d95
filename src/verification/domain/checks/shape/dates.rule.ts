import { validityOf } from '../../facts/validity-of.js';
import { parseInstant } from '../../instant.js';
import { type ShapeFault, type ShapeSubject, fault } from './shape-rule.js';

const names = ['issuanceDate', 'expirationDate', 'validFrom', 'validUntil'] as const;

/** Dates are whole and have a zone; the end does not come before the start; data model 1.1 requires a start. */
export function datesRule({ credential, dataModel, isSecured }: ShapeSubject): ShapeFault[] {
  const faults = names
    .filter((name) => credential[name] !== undefined && !parseInstant(credential[name]))
    .map((name) => fault('date', `/${name}`, `"${name}" is no date with time and zone`));
  if (dataModel === '1.1' && isSecured && credential.issuanceDate === undefined)
    faults.push(fault('date', '/issuanceDate', 'the credential does not say when it was issued'));
  const { validFrom, validUntil } = validityOf(credential);
  if (validFrom && validUntil && validUntil.getTime() < validFrom.getTime()) {
    const detail = `it ends at ${validUntil.toISOString()}, before it starts at ${validFrom.toISOString()}`;
    faults.push(fault('date-order', dataModel === '2.0' ? '/validUntil' : '/expirationDate', detail));
  }
  return faults;
}
