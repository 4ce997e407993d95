import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../../platform/database/index.js';
import { IssuerKeySets } from '../../trust/index.js';
import type { OrganizationKeys, PinnedKey } from '../domain/keys/index.js';

/** The keys that an organization vouches for, as verification asks for them. */
@Injectable()
export class OrganizationKeyRing {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly sets: IssuerKeySets,
  ) {}

  /** For one verification: what was read once is not read again, so that all its checks see the same keys. */
  of(organizationId: string): OrganizationKeys {
    const read = new Map<string, Promise<readonly PinnedKey[]>>();
    return {
      anchors: [],
      pinnedFor: (issuer) => {
        const known = read.get(issuer) ?? this.read(organizationId, issuer);
        read.set(issuer, known);
        return known;
      },
    };
  }

  private async read(organizationId: string, issuer: string): Promise<readonly PinnedKey[]> {
    const keys = await this.unitOfWork.run(organizationId, (tx) => this.sets.keysOf(tx, issuer));
    return keys.map(({ jwk, expiresAt }) => ({
      jwk: { ...jwk },
      ...(expiresAt !== null && { expires: new Date(expiresAt) }),
    }));
  }
}
