import { hasType } from '../../json.js';
import { containedAt } from '../contained-documents.js';
import { aboutFormat, type Format, hasProof } from '../format.js';
import { presentationOfJwt } from '../presentation.js';

/** A presentation of W3C, signed by its holder; the credentials inside it have their own verdicts. */
export const verifiablePresentation: Format = {
  about: aboutFormat('verifiable-presentation', 'verified'),
  read(document) {
    const { json, jws, sdJwt } = document;
    const format = 'verifiable-presentation';
    const signed = jws && presentationOfJwt(jws);
    if (!signed && (jws || !json || !hasType(json, 'VerifiablePresentation'))) return undefined;
    const credential = signed?.presentation ?? json;
    if (!credential) return undefined;
    const { jwt: _credential, ...rest } = document;
    const contained = containedAt({ ...rest, ...(signed && { jwt: signed.jwt }) }, [['verifiableCredential', '*']]);
    return {
      kind: 'credential',
      format,
      securing: signed ? 'jwt' : hasProof(credential) ? 'embedded' : 'none',
      credential,
      ...(signed && { jwt: signed.jwt }),
      ...(sdJwt?.ok && { sdJwt: sdJwt.sdJwt }),
      ...(contained.length > 0 && { contained }),
    };
  },
};
