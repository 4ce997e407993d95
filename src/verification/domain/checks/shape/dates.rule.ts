import { validityOf } from '../../facts/validity-of.js';
import { parseInstant } from '../../instant.js';
import { type ShapeFault, type ShapeSubject, fault } from './shape-rule.js';

const names = ['issuanceDate', 'expirationDate', 'validFrom', 'validUntil'] as const;

/** Dates are whole and have a zone; the end does not come before the start; data model 1.1 requires a start. */
export function datesRule({ credential, dataModel, isSecured }: ShapeSubject): ShapeFault[] {
  const faults: ShapeFault[] = [];
  for (const name of names)
    if (credential[name] !== undefined && !parseInstant(credential[name]))
      faults.push(fault('date', `/${name}`, `"${name}" is no date with time and zone`));
  if (dataModel === '1.1' && isSecured && credential.issuanceDate === undefined)
    faults.push(fault('date', '/issuanceDate', 'the credential does not say when it was issued'));
  if (credential.validUntil === undefined && credential.expirationDate === undefined) return faults;
  const { validFrom, validUntil } = validityOf(credential);
  if (validFrom && validUntil && validUntil.getTime() < validFrom.getTime()) {
    const detail = `it ends at ${validUntil.toISOString()}, before it starts at ${validFrom.toISOString()}`;
    faults.push(fault('date-order', dataModel === '2.0' ? '/validUntil' : '/expirationDate', detail));
  }
  return faults;
}
