import { Injectable } from '@nestjs/common';
import { GatheredReads, UnitOfWork } from '../../platform/database/index.js';
import { IssuerKeySets, type TrustAnchor, TrustAnchors, type VouchedKey } from '../../trust/index.js';
import { type Certificate, type OrganizationKeys, type PinnedKey, readX5c } from '../domain/keys/index.js';

/** An organization has one list of them. */
const ANCHORS = 'anchors';

/** The keys that an organization vouches for, as verification asks for them. */
@Injectable()
export class OrganizationKeyRing {
  private readonly reads: GatheredReads<readonly VouchedKey[]>;
  private readonly readAnchors: GatheredReads<readonly Certificate[]>;

  constructor(unitOfWork: UnitOfWork, sets: IssuerKeySets, anchors: TrustAnchors) {
    this.reads = new GatheredReads(unitOfWork, (tx, issuers) => sets.keysOf(tx, issuers));
    this.readAnchors = new GatheredReads<readonly Certificate[]>(unitOfWork, async (tx) => {
      const all = await anchors.all(tx);
      return new Map([[ANCHORS, all.flatMap(certificateIn)]]);
    });
  }

  /** For one verification: what was read once is not read again, so that all its checks see the same keys. */
  async of(organizationId: string): Promise<OrganizationKeys> {
    const anchors = (await this.readAnchors.of(organizationId, ANCHORS)) ?? [];
    const read = new Map<string, Promise<readonly PinnedKey[]>>();
    return {
      anchors,
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
