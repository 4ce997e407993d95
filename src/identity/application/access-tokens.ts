import { Injectable } from '@nestjs/common';
import { decodeJwt, jwtVerify } from 'jose';
import { Clock } from '../../platform/clock/index.js';
import { Config, type OidcIssuer } from '../../platform/config/index.js';
import { DomainError } from '../../platform/errors/index.js';
import { isAccessToken, principalOf } from '../domain/access-token.js';
import type { Principal } from '../domain/principal.js';
import { IssuerKeys } from './issuer-keys.js';
import { KeyDocuments } from './key-documents.js';

/** Never what the token asks for: only these, and only as far as the issuer's key allows. */
const ALGORITHMS = ['RS256', 'PS256', 'ES256', 'ES384', 'EdDSA', 'Ed25519'];
const CLOCK_TOLERANCE_SECONDS = 30;
const MAX_TOKEN_LENGTH = 8192;

/** Takes access tokens of the issuers that the operator names, and of no others. */
@Injectable()
export class AccessTokens {
  private readonly issuers: ReadonlyMap<string, { settings: OidcIssuer; keys: IssuerKeys }>;

  constructor(
    config: Config,
    documents: KeyDocuments,
    private readonly clock: Clock,
  ) {
    this.issuers = new Map(
      config.oidcIssuers.map((settings) => [
        settings.issuer,
        { settings, keys: new IssuerKeys(settings.issuer, documents) },
      ]),
    );
  }

  /** Whether a text is a JWT in form, so that it need not be looked for among the keys. */
  isToken(text: string): boolean {
    return this.issuers.size > 0 && /^eyJ[\w-]*\.[\w-]+\.[\w-]*$/.test(text);
  }

  /**
   * @returns undefined when the token is not taken, for whatever reason
   * @throws {Unavailable} when the issuer's keys cannot be had
   */
  async principalFrom(token: string): Promise<Principal | undefined> {
    if (token.length > MAX_TOKEN_LENGTH) return undefined;
    try {
      const issuer = this.issuers.get(String(decodeJwt(token).iss));
      if (issuer === undefined) return undefined;
      const { payload, protectedHeader } = await jwtVerify(token, issuer.keys.keyFor, {
        issuer: issuer.settings.issuer,
        audience: issuer.settings.audience,
        algorithms: ALGORITHMS,
        requiredClaims: ['sub', 'exp'],
        clockTolerance: CLOCK_TOLERANCE_SECONDS,
        currentDate: this.clock.now(),
      });
      return isAccessToken(protectedHeader.typ, payload) ? principalOf(payload, issuer.settings) : undefined;
    } catch (error) {
      if (error instanceof DomainError) throw error;
      return undefined;
    }
  }
}
