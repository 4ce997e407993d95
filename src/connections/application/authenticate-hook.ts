import { randomBytes } from 'node:crypto';
import { Injectable, Logger } from '@nestjs/common';
import { Clock } from '../../platform/clock/index.js';
import { UnitOfWork } from '../../platform/database/index.js';
import { NotFound } from '../../platform/errors/index.js';
import { isUuid } from '../../platform/ids/index.js';
import { type Connection, liveSecrets } from '../domain/connection.js';
import { SignatureRefused, TimestampOutOfTolerance } from '../domain/hook-errors.js';
import { keyOfSecret, SECRET_BYTES } from '../domain/signing-secret.js';
import { judgeSignature, type SignedHeaders } from '../domain/standard-signature.js';
import { ConnectionRepository } from '../persistence/connection.repository.js';

/** A delivery as it came over the wire. */
export interface RawDelivery {
  readonly connectionId: string;
  readonly headers: SignedHeaders;
  readonly body: Buffer;
}

/** Finds out who posts. The `standardwebhooks` package is not used: it decodes the body as text and reads `12x` as 12. */
@Injectable()
export class AuthenticateHook {
  private readonly log = new Logger('Hooks');
  /** What nobody signs with: an unknown connection takes as long as a wrong signature. */
  private readonly decoy = randomBytes(SECRET_BYTES);

  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly connections: ConnectionRepository,
    private readonly clock: Clock,
  ) {}

  /** @throws {NotFound} unknown connection, {SignatureRefused}, {TimestampOutOfTolerance} */
  async run({ connectionId, headers, body }: RawDelivery): Promise<Connection> {
    const id = isUuid(connectionId) ? connectionId : '00000000-0000-7000-8000-000000000000';
    const connection = await this.unitOfWork.runAsSystem((tx) => this.connections.findAnywhere(tx, id));
    const judgement = judgeSignature(headers, body, this.keysOf(connection), this.clocks());
    if (connection === undefined) throw new NotFound('connection');
    if (judgement === 'valid') return connection;
    this.log.warn({ event: 'hook.refused', connectionId: connection.id, judgement });
    throw judgement === 'out-of-tolerance' ? new TimestampOutOfTolerance() : new SignatureRefused();
  }

  /**
   * What counts as now for a delivery. Senders sign on real time; under a clock that stands still, deliveries that were
   * signed for that instant are good as well. In production the two are one.
   */
  clocks(): readonly [Date, Date] {
    return [this.clock.now(), new Date()];
  }

  private keysOf(connection: Connection | undefined): Buffer[] {
    const secrets = liveSecrets(connection?.secrets ?? [], this.clock.now());
    const keys = secrets.flatMap(({ secret }) => keyOfSecret(secret) ?? []);
    return keys.length === 0 ? [this.decoy] : keys;
  }
}
