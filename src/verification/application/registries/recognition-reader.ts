import { Injectable } from '@nestjs/common';
import { Clock } from '../../../platform/clock/index.js';
import { Egress } from '../../../platform/egress/index.js';
import {
  entryText,
  registryKey,
  type RegistryReader,
  RegistryReaders,
  type RegistryReading,
  type TrustRegistry,
} from '../../../trust/index.js';
import {
  RECOGNITION_TYPES,
  type RecognizedEntity,
  recognizedIssuersIn,
} from '../../domain/registries/recognized-entities.js';
import { readDocument } from '../../domain/read-document.js';
import { CredentialVerifier } from '../credential-verifier.js';
import { documentSourceOf } from '../document-source-of-egress.js';
import { OrganizationKeyRing } from '../organization-key-ring.js';

/** As large as any submitted document may be. */
const MAX_BYTES = 512 * 1024;
const ACCEPT = 'application/vc, application/vc+jwt;q=0.9, application/ld+json;q=0.8, application/json;q=0.7';

/** Reads credentials that recognize issuers; they are verified by the very rules for submitted ones. */
@Injectable()
export class RecognitionReader implements RegistryReader {
  constructor(
    private readonly egress: Egress,
    private readonly verifier: CredentialVerifier,
    private readonly keyRing: OrganizationKeyRing,
    private readonly clock: Clock,
    readers: RegistryReaders,
  ) {
    readers.add('w3c-recognition', this);
  }

  async read({ source, settings }: TrustRegistry, organizationId: string): Promise<RegistryReading> {
    const fetched = await this.egress.fetch(source ?? '', { accept: ACCEPT, maxBytes: MAX_BYTES });
    if (!fetched.ok) return failed(fetched.failure.kind, fetched.failure.detail);
    const { body, contentType } = fetched.document;
    const at = this.clock.now();
    const { verdict, reasons, facts } = await this.verifier.verify(body, contentType, {
      at,
      candidate: { emails: [], dids: [] },
      source: documentSourceOf(this.egress),
      keys: await this.keyRing.of(organizationId),
    });
    if (verdict !== 'verified' || facts === null)
      return failed('not-verified', `the credential is ${verdict}: ${reasons.join(', ')}`);
    const issuer = facts.issuer?.id ?? '';
    if (!(settings.acceptedIssuers ?? []).includes(issuer))
      return failed(
        'other-issuer',
        `the credential is by ${entryText(issuer) ?? 'nobody'}, who is not among the accepted issuers`,
      );
    const read = readDocument(body);
    if (read.kind !== 'credential' || !facts.types.some((type) => RECOGNITION_TYPES.includes(type)))
      return failed('wrong-form', `it is no credential of the type ${RECOGNITION_TYPES.join(' or ')}`);
    const goodForMs = facts.validUntil === null ? undefined : facts.validUntil.getTime() - at.getTime();
    const entries = recognizedIssuersIn(read.credential).flatMap(entryOf);
    return { kind: 'entries', entries: uniqueBy(entries), ...(goodForMs !== undefined && { goodForMs }) };
  }
}

function entryOf({ id, name, url }: RecognizedEntity) {
  const identifier = registryKey(id);
  if (identifier === undefined) return [];
  const texts = { name: entryText(name), url: entryText(url), location: null };
  return [{ identifier, outcome: 'listed' as const, ...texts, detail: null }];
}

const uniqueBy = <T extends { identifier: string }>(entries: readonly T[]): T[] => [
  ...new Map(entries.map((entry) => [entry.identifier, entry])).values(),
];

const failed = (code: string, detail: string): RegistryReading => ({ kind: 'failed', code, detail });
