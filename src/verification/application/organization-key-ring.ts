import { Injectable } from '@nestjs/common';
import { GatheredReads, UnitOfWork } from '../../platform/database/index.js';
import { IssuerKeySets, type TrustAnchor, TrustAnchors, type VouchedKey } from '../../trust/index.js';
import { type Certificate, type OrganizationKeys, type PinnedKey, readX5c } from '../domain/keys/index.js';

/** The keys that an organization vouches for, as verification asks for them. */
@Injectable()
export class OrganizationKeyRing {
  private readonly reads: GatheredReads<readonly VouchedKey[]>;

  constructor(
    private readonly unitOfWork: UnitOfWork,
    sets: IssuerKeySets,
    private readonly anchors: TrustAnchors,
  ) {
    this.reads = new GatheredReads(unitOfWork, (tx, issuers) => sets.keysOf(tx, issuers));
  }

  /** For one verification: what was read once is not read again, so that all its checks see the same keys. */
  async of(organizationId: string): Promise<OrganizationKeys> {
    const anchors = await this.unitOfWork.run(organizationId, (tx) => this.anchors.all(tx));
    const read = new Map<string, Promise<readonly PinnedKey[]>>();
    return {
      anchors: anchors.flatMap(certificateIn),
      pinnedFor: (issuer) => {
        const known = read.get(issuer) ?? this.read(organizationId, issuer);
        read.set(issuer, known);
        return known;
      },
    };
  }

  private async read(organizationId: string, issuer: string): Promise<readonly PinnedKey[]> {
    const keys = (await this.reads.of(organizationId, issuer)) ?? [];
    return keys.map(({ jwk, expiresAt }) => ({
      jwk: { ...jwk },
      ...(expiresAt !== null && { expires: new Date(expiresAt) }),
    }));
  }
}

function certificateIn({ certificate }: TrustAnchor): readonly Certificate[] {
  const reading = readX5c([certificate]);
  return reading.ok ? reading.chain : [];
}
