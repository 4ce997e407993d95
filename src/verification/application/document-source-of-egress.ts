import type { Egress } from '../../platform/egress/index.js';
import type { DocumentSource } from '../domain/document-source.js';

/** Documents for checks come through the guarded fetch and no other way. */
export function documentSourceOf(egress: Egress): DocumentSource {
  return {
    async load(url, options) {
      const result = await egress.fetch(url, options);
      if (result.ok) {
        const { body, contentType, url: finalUrl } = result.document;
        return { ok: true, body, contentType, url: finalUrl };
      }
      const { retryable, detail, url: failedUrl, status } = result.failure;
      return { ok: false, retryable, detail, url: failedUrl, ...(status !== undefined && { status }) };
    },
  };
}
