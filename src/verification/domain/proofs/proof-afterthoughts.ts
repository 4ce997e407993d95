import { parseInstant } from '../instant.js';
import type { JsonObject } from '../json.js';
import type { KeyPurpose } from '../keys/index.js';
import type { EmbeddedSuite } from './embedded-suite.js';
import type { ProofFinding } from './proof-finding.js';

/** Clocks of issuers may be a little ahead. */
const toleranceMs = 300_000;

interface Circumstances {
  suite: EmbeddedSuite;
  /** What the proof must be made for. */
  purpose: KeyPurpose;
  at: Date;
}

/** What the proof says about itself; only believed once its signature has been found valid. */
export function afterthoughtsOn(proof: JsonObject, { suite, purpose, at }: Circumstances): Partial<ProofFinding> {
  if (proof.proofPurpose !== purpose)
    return { objection: 'malformed', code: 'proof-purpose', detail: `the purpose of the proof is not ${purpose}` };
  const created = parseInstant(proof.created);
  const expires = parseInstant(proof.expires);
  const stray = proof.created !== undefined && !created ? 'created' : 'expires';
  if ((proof.created !== undefined && !created) || (proof.expires !== undefined && !expires))
    return { objection: 'malformed', code: 'proof-date', detail: `"${stray}" of the proof is no date with a zone` };
  if (expires && expires <= at)
    return {
      objection: 'expired',
      code: 'proof-expired',
      detail: `the proof itself was good until ${expires.toISOString()}`,
    };
  const remarks = remarksOn(created, suite, at);
  return remarks.length === 0 ? {} : { remarks };
}

function remarksOn(created: Date | undefined, suite: EmbeddedSuite, at: Date): { code: string; detail: string }[] {
  const remarks: { code: string; detail: string }[] = [];
  if (created && created.getTime() > at.getTime() + toleranceMs)
    remarks.push({
      code: 'created-later',
      detail: `the proof says it was made at ${created.toISOString()}, which is yet to come`,
    });
  if (suite.name === 'ecdsa-sd-2023')
    remarks.push({ code: 'selective', detail: 'the holder chose which statements of the credential to show' });
  return remarks;
}
