import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../../database/index.js';

/** One use of a key: who sent it, for which route, with which body. */
export interface KeyUse {
  readonly organizationId: string;
  readonly principalId: string;
  /** Method and path, params included. */
  readonly route: string;
  readonly key: string;
  /** SHA-256 of the body. */
  readonly fingerprint: Buffer;
}

/** An answer as it was given. */
export interface KeptAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  /** JSON text; null when there was no body. */
  readonly body: string | null;
}

export type Claim =
  | { readonly kind: 'claimed'; readonly at: string }
  | { readonly kind: 'answered'; readonly answer: KeptAnswer }
  | { readonly kind: 'in-progress' }
  | { readonly kind: 'other-body' };

interface KeyRow {
  fingerprint: Buffer;
  status: number | null;
  headers: Record<string, string>;
  body: string | null;
}

const THIS_KEY = `organization_id = $1 AND principal_id = $2 AND route = $3 AND key = $4`;
const idOf = (use: KeyUse): string[] => [use.organizationId, use.principalId, use.route, use.key];
/** A row that goes away between insert and read was released; then the key is free to be claimed. */
const CLAIM_TRIES = 5;

/** Keys and the answers given for them, for 24 hours on real time. */
@Injectable()
export class IdempotencyStore {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /**
   * Takes the key for this request, or tells why not. A key whose request never ended (the process died) may be taken
   * over after 60 seconds by the same body.
   */
  async claim(use: KeyUse): Promise<Claim> {
    for (let i = 0; i < CLAIM_TRIES; i += 1) {
      const claim = await this.tryClaim(use);
      if (claim !== undefined) return claim;
    }
    return { kind: 'in-progress' };
  }

  private tryClaim(use: KeyUse): Promise<Claim | undefined> {
    return this.unitOfWork.run(use.organizationId, async (tx) => {
      const [mine] = await tx.query<{ at: string }>(
        `INSERT INTO idempotency_key AS k (organization_id, principal_id, route, key, fingerprint, created_at)
         VALUES ($1, $2, $3, $4, $5, clock_timestamp())
         ON CONFLICT ON CONSTRAINT idempotency_key_pkey DO UPDATE
           SET fingerprint = excluded.fingerprint, status = NULL, headers = NULL, body = NULL,
               created_at = excluded.created_at
           WHERE k.created_at < excluded.created_at - interval '24 hours'
              OR (k.status IS NULL AND k.fingerprint = excluded.fingerprint
                  AND k.created_at < excluded.created_at - interval '60 seconds')
         RETURNING k.created_at::text AS at`,
        [...idOf(use), use.fingerprint],
      );
      if (mine !== undefined) return { kind: 'claimed', at: mine.at };
      const [other] = await tx.query<KeyRow>(
        `SELECT fingerprint, status, headers, body FROM idempotency_key WHERE ${THIS_KEY}`,
        idOf(use),
      );
      if (other === undefined) return undefined;
      if (!other.fingerprint.equals(use.fingerprint)) return { kind: 'other-body' };
      if (other.status === null) return { kind: 'in-progress' };
      return { kind: 'answered', answer: { status: other.status, headers: other.headers, body: other.body } };
    });
  }

  /** Keeps the answer, unless the key was taken over meanwhile. */
  async keep(use: KeyUse, claimedAt: string, answer: KeptAnswer): Promise<void> {
    await this.unitOfWork.run(use.organizationId, (tx) =>
      tx.query(
        `UPDATE idempotency_key SET status = $6, headers = $7, body = $8
         WHERE ${THIS_KEY} AND created_at = $5::timestamptz AND status IS NULL`,
        [...idOf(use), claimedAt, answer.status, JSON.stringify(answer.headers), answer.body],
      ),
    );
  }

  /** Frees the key after a refusal: nothing was created, so the same key may be used for the next try. */
  async release(use: KeyUse, claimedAt: string): Promise<void> {
    await this.unitOfWork.run(use.organizationId, (tx) =>
      tx.query(`DELETE FROM idempotency_key WHERE ${THIS_KEY} AND created_at = $5::timestamptz AND status IS NULL`, [
        ...idOf(use),
        claimedAt,
      ]),
    );
  }

  /** Deletes the keys of all organizations that are not honoured any more. */
  async deleteOld(): Promise<void> {
    await this.unitOfWork.runAsSystem((tx) =>
      tx.query(`DELETE FROM idempotency_key WHERE created_at < now() - interval '25 hours'`),
    );
  }
}
