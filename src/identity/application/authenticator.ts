import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/index.js';
import { canBeKey, isUsable } from '../domain/api-key.js';
import type { Principal } from '../domain/principal.js';
import { AccessTokens } from './access-tokens.js';
import { Unauthenticated } from './errors.js';
import { KeyDirectory } from './key-directory.js';
import { KeyUsage } from './key-usage.js';
import { Organizations } from './organizations.js';

/** Tells who calls, from the Authorization header. */
@Injectable()
export class Authenticator {
  constructor(
    private readonly directory: KeyDirectory,
    private readonly usage: KeyUsage,
    private readonly tokens: AccessTokens,
    private readonly organizations: Organizations,
    private readonly clock: Clock,
  ) {}

  /**
   * @throws {Unauthenticated} without saying which part was wrong
   * @throws {Unavailable} when the issuer of a token cannot be reached
   */
  async authenticate(authorization: string | undefined): Promise<Principal> {
    const presented = /^Bearer +(\S.*)$/i.exec(authorization ?? '')?.[1];
    if (presented === undefined) throw new Unauthenticated();
    const principal = this.tokens.isToken(presented) ? await this.person(presented) : await this.key(presented);
    if (principal === undefined) throw new Unauthenticated();
    return principal;
  }

  private async key(presented: string): Promise<Principal | undefined> {
    if (!canBeKey(presented)) return undefined;
    // Node gives header bytes as Latin-1; the bytes are what the sender's key was hashed from.
    const key = await this.directory.find(Buffer.from(presented, 'latin1'));
    if (key === undefined || !isUsable(key, this.clock.now())) return undefined;
    this.usage.note(key);
    return { kind: 'api-key', id: key.id, organizationId: key.organizationId, roles: key.roles };
  }

  private async person(token: string): Promise<Principal | undefined> {
    const principal = await this.tokens.principalFrom(token);
    return principal && (await this.organizations.exists(principal.organizationId)) ? principal : undefined;
  }
}
