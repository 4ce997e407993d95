import { type JsonObject, hasType, isObject } from '../json.js';
import type { CompactJws } from './compact-jws.js';
import type { JwtEnvelope } from './read-result.js';

/**
 * The presentation that a JWT holds: its payload where that has the type of one (data model 2.0, VC-JOSE-COSE), else its
 * `vp` claim (1.1), with holder and id filled in from what only the JWT says.
 */
export function presentationOfJwt(jws: CompactJws): { presentation: JsonObject; jwt: JwtEnvelope } | undefined {
  const { claims } = jws;
  if (hasType(claims, 'VerifiablePresentation'))
    return { presentation: claims, jwt: { layout: 'whole-payload', ...jws } };
  if (!isObject(claims.vp) || claims.vc !== undefined) return undefined;
  const presentation: JsonObject = { ...claims.vp };
  if (typeof claims.iss === 'string') presentation.holder ??= claims.iss;
  if (typeof claims.jti === 'string') presentation.id ??= claims.jti;
  return { presentation, jwt: { layout: 'vp-claim', ...jws } };
}
