import { isObject, type JsonObject, listOf } from '../json.js';
import { issuerOfCertificates, keyNameOf } from '../keys/index.js';
import type { JwtEnvelope } from '../reading/read-result.js';
import type { CredentialFacts, StatusFacts } from './credential-facts.js';
import { achievementFacts, evidenceFacts, mostOfEach, texts } from './facts-of.js';
import { textOfValue } from './text.js';
import { validityOf } from './validity-of.js';

/**
 * What an SD-JWT VC says of its subject, whom the payload as a whole speaks of: names are those of the OpenID claims, an
 * achievement that of Open Badges. Without `iss` the issuer is the one whom the certificate of the signature names.
 */
export function factsOfSdJwtVc({ claims, header }: JwtEnvelope): CredentialFacts {
  const issuer = typeof claims.iss === 'string' ? claims.iss : issuerOfCertificates(header.x5c);
  const [achievement] = listOf(claims.achievement).filter(isObject);
  const email = textOfValue(claims.email);
  return {
    ...texts({ id: typeof claims.jti === 'string' ? claims.jti : undefined }),
    types: typeof claims.vct === 'string' ? [claims.vct] : [],
    ...(issuer !== undefined && { issuer: { id: issuer } }),
    subjects: [
      {
        ...texts({
          id: typeof claims.sub === 'string' ? claims.sub : undefined,
          name: textOfValue(claims.name),
          key: keyNameOf(claims.cnf),
        }),
        identifiers: email === undefined ? [] : [{ type: 'emailAddress', value: email, hashed: false }],
      },
    ],
    ...(achievement && { achievement: achievementFacts(achievement) }),
    ...validityOf({}, claims),
    evidence: [claims, ...(achievement ? [achievement] : [])]
      .flatMap((owner) => listOf(owner.evidence))
      .slice(0, mostOfEach)
      .map(evidenceFacts),
    statusEntries: tokenStatusFacts(claims),
  };
}

/** The status that a JWT declares by its own claim `status`, for a Token Status List. */
export function tokenStatusFacts({ status }: JsonObject): StatusFacts[] {
  const entry = isObject(status) && isObject(status.status_list) ? status.status_list : undefined;
  if (!entry) return [];
  const { uri, idx } = entry;
  return [
    {
      types: ['status_list'],
      ...texts({
        list: typeof uri === 'string' ? uri : undefined,
        index: typeof idx === 'number' ? String(idx) : undefined,
      }),
    },
  ];
}
