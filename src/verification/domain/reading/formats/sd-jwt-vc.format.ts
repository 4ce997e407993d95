import { contextUrlsOf, hasType, type JsonObject } from '../../json.js';
import { credentialContextV1, credentialContextV2 } from '../../data-model.js';
import { aboutFormat, type Format } from '../format.js';

/**
 * SD-JWT VC: an SD-JWT whose payload are claims about a person. A W3C credential that is secured as an SD-JWT has the
 * format of that credential; an SD-JWT that cannot be read has this one.
 *
 * @see https://datatracker.ietf.org/doc/draft-ietf-oauth-sd-jwt-vc/
 */
export const sdJwtVc: Format = {
  about: aboutFormat('sd-jwt-vc', 'verified'),
  read({ sdJwt }) {
    if (!sdJwt) return undefined;
    const format = 'sd-jwt-vc';
    if (!sdJwt.ok) {
      const { kind, detail } = sdJwt;
      return kind === 'unsupported' ? { kind, format, detail } : { kind, format, code: sdJwt.code, detail };
    }
    const { issued } = sdJwt.sdJwt;
    const { claims } = issued;
    if (isW3cCredential(claims)) return undefined;
    const jwt = { ...issued, layout: 'claims' } as const;
    return { kind: 'credential', format, securing: 'jwt', credential: claims, jwt, sdJwt: sdJwt.sdJwt };
  },
};

function isW3cCredential(claims: JsonObject): boolean {
  const contexts = contextUrlsOf(claims);
  return (
    hasType(claims, 'VerifiableCredential', 'VerifiablePresentation') ||
    contexts.includes(credentialContextV1) ||
    contexts.includes(credentialContextV2)
  );
}
