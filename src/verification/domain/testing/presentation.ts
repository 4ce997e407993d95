import type { JsonObject } from '../json.js';
import type { IssuedChallenge, IssuedChallenges } from '../presentation/issued-challenge.js';
import type { IssuerKey } from './issuer-key.js';
import { signEmbedded } from './sign-embedded.js';
import { signJwt } from './sign-jwt.js';

export const ours = { challenge: 'challenge-1', domain: 'hr.example' };

/** A presentation of the data model 2.0, unsigned; `overrides` replace whole properties. */
export function aPresentation(holder: string, credentials: readonly unknown[], overrides: JsonObject = {}): JsonObject {
  return {
    '@context': ['https://www.w3.org/ns/credentials/v2'],
    type: ['VerifiablePresentation'],
    holder,
    verifiableCredential: credentials,
    ...overrides,
  };
}

/** A presentation with a proof of its holder, in answer to {@link ours} unless `proof` says otherwise. */
export function presentedBy(holder: IssuerKey, presentation: JsonObject, proof: JsonObject = {}): Promise<JsonObject> {
  const options = { proofPurpose: 'authentication', ...ours, ...proof };
  return signEmbedded(presentation, holder, 'eddsa-rdfc-2022', options);
}

/** The same as a JWT. */
export function presentedAsJwt(
  holder: IssuerKey,
  presentation: JsonObject,
  claims: JsonObject = {},
  header: JsonObject = {},
): string {
  const full = { ...presentation, nonce: ours.challenge, aud: ours.domain, ...claims };
  return signJwt(full, holder, { typ: 'vp+jwt', ...header });
}

export function anEnvelope(token: string, mediaType = 'application/vc+jwt'): JsonObject {
  return {
    '@context': 'https://www.w3.org/ns/credentials/v2',
    id: `data:${mediaType},${token}`,
    type: 'EnvelopedVerifiableCredential',
  };
}

/** Challenges as a service would have issued them. */
export function issuedChallenges(states: Record<string, IssuedChallenge['state']>): IssuedChallenges {
  return {
    async find(challenge) {
      const state = states[challenge];
      return state && { requestId: `request of ${challenge}`, domain: ours.domain, state };
    },
  };
}
