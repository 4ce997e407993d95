import type { CredentialFormat } from '../../reading/read-result.js';
import { type ShapeFault, type ShapeSubject, faultsOfTyped, itemsAt } from './shape-rule.js';

const subjectTypes: Partial<Record<CredentialFormat, string>> = {
  endorsement: 'EndorsementSubject',
  'clr-2': 'ClrSubject',
};

/** Endorsements and learner records speak of subjects of their own kind. */
export function subjectTypeRule({ credential, format }: ShapeSubject): ShapeFault[] {
  const name = subjectTypes[format];
  if (name === undefined) return [];
  return itemsAt(credential.credentialSubject, '/credentialSubject').flatMap((it) =>
    faultsOfTyped(it.item, it.pointer, [name]),
  );
}
