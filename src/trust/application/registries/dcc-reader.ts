import { Injectable } from '@nestjs/common';
import { Egress } from '../../../platform/egress/index.js';
import { parseStrictJson } from '../../../platform/http/index.js';
import { readDcc } from '../../domain/registries/read-dcc.js';
import type { RegistryReading, TrustRegistry } from '../../domain/registries/trust-registry.js';
import { type RegistryReader, RegistryReaders } from './registry-readers.js';

/** The community registry has 6 KiB for 27 issuers; this is room for the most entries that are taken. */
const MAX_BYTES = 4 * 1024 * 1024;

/** Reads registries of the Digital Credentials Consortium over the guarded fetch. */
@Injectable()
export class DccReader implements RegistryReader {
  constructor(
    private readonly egress: Egress,
    readers: RegistryReaders,
  ) {
    readers.add('dcc', this);
  }

  async read({ source }: TrustRegistry): Promise<RegistryReading> {
    const fetched = await this.egress.fetch(source ?? '', { accept: 'application/json', maxBytes: MAX_BYTES });
    if (!fetched.ok) return { kind: 'failed', code: fetched.failure.kind, detail: fetched.failure.detail };
    try {
      return readDcc(parseStrictJson(fetched.document.body));
    } catch {
      return { kind: 'failed', code: 'not-json', detail: 'the answer is no JSON' };
    }
  }
}
