import { recognisedFormat } from '../format.js';

/** A compact SD-JWT (its parts are joined by `~`), or a JWT whose type or payload says that it is one. */
export const sdJwtVc = recognisedFormat('sd-jwt-vc', 'SD-JWT credentials are not verified', ({ text, jws }) => {
  if (text !== undefined && /^e[wy][\w-]*\.[\w-]*\.[\w-]*~/.test(text)) return true;
  if (!jws) return false;
  const { typ } = jws.header;
  return (typeof typ === 'string' && /sd-jwt$/i.test(typ)) || typeof jws.claims.vct === 'string';
});
