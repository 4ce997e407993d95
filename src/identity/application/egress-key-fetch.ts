import { Injectable } from '@nestjs/common';
import { Egress } from '../../platform/egress/index.js';
import { TokenKeyFetch } from './token-key-fetch.js';

const MAX_BYTES = 256 * 1024;
const TIMEOUT_MS = 5_000;

/** Through the guarded way out, like everything else that is fetched. */
@Injectable()
export class EgressKeyFetch extends TokenKeyFetch {
  constructor(private readonly egress: Egress) {
    super();
  }

  override async load(url: string): Promise<Buffer | undefined> {
    const options = { accept: 'application/json', maxBytes: MAX_BYTES, timeoutMs: TIMEOUT_MS };
    const result = await this.egress.fetch(url, options);
    return result.ok ? result.document.body : undefined;
  }
}
