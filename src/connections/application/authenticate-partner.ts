import { createHash, timingSafeEqual } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/index.js';
import { UnitOfWork } from '../../platform/database/index.js';
import { isUuid } from '../../platform/ids/index.js';
import { liveSecrets } from '../../webhooks/index.js';
import type { Connection } from '../domain/connection.js';
import { PartnerKeyRefused } from '../domain/assessment-errors.js';
import type { HrSystem } from '../domain/hr-system.js';
import { ConnectionRepository } from '../persistence/connection.repository.js';

const NOBODY = '00000000-0000-7000-8000-000000000000';
const MAX_HEADER_LENGTH = 1024;

/** HR systems that call for assessments sign in with a live secret of their connection, by HTTP Basic (RFC 7617). */
@Injectable()
export class AuthenticatePartner {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly connections: ConnectionRepository,
    private readonly clock: Clock,
  ) {}

  /** @throws {PartnerKeyRefused} */
  async run(connectionId: string, system: HrSystem, authorization: string | undefined): Promise<Connection> {
    const id = isUuid(connectionId) ? connectionId : NOBODY;
    const connection = await this.unitOfWork.runAsSystem((tx) => this.connections.findAnywhere(tx, id));
    const given = sha256(userOf(authorization));
    let opens = false;
    for (const { secret } of liveSecrets(connection?.secrets ?? [], this.clock.now())) {
      opens = timingSafeEqual(given, sha256(secret)) || opens;
    }
    if (!opens || connection?.system !== system) throw new PartnerKeyRefused();
    return connection;
  }
}

function userOf(authorization: string | undefined): string {
  const encoded = /^Basic ([A-Za-z0-9+/]+={0,2})$/.exec((authorization ?? '').slice(0, MAX_HEADER_LENGTH))?.[1] ?? '';
  const [user = ''] = Buffer.from(encoded, 'base64').toString('latin1').split(':', 1);
  return user;
}

const sha256 = (text: string): Buffer => createHash('sha256').update(text).digest();
