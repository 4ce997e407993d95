import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import { Injectable, Logger } from '@nestjs/common';
import { Clock } from '../../platform/clock/index.js';
import { UnitOfWork } from '../../platform/database/index.js';
import { NotFound } from '../../platform/errors/index.js';
import { parseStrictJson } from '../../platform/http/index.js';
import { isUuid } from '../../platform/ids/index.js';
import type { Connection, ConnectionSettings } from '../domain/connection.js';
import { SignatureRefused, TimestampOutOfTolerance } from '../domain/hook-errors.js';
import { answerToSetUp, type SetUpAnswer } from '../domain/set-up.js';
import { judgeSignature, type SignatureJudgement } from '../domain/signature/judge-signature.js';
import type { DeliveryHeaders, ReadDelivery } from '../domain/signature/place.js';
import type { SignatureScheme } from '../domain/signature/scheme.js';
import { SIGNATURE_SCHEMES } from '../domain/signature/schemes.js';
import { keyOfSecret } from '../domain/signature/signing-secret.js';
import { liveSecrets, SECRET_BYTES } from '../../webhooks/index.js';
import { ConnectionRepository } from '../persistence/connection.repository.js';

/** A delivery as it came over the wire. */
export interface RawDelivery {
  readonly connectionId: string;
  readonly headers: DeliveryHeaders;
  readonly body: Buffer;
  /** Where the sender reached this service. */
  readonly baseUrl: string;
}

/** Who sent a delivery; or that it only tests the set-up, which needs no signature. */
export type AuthenticDelivery =
  | {
      readonly kind: 'signed';
      readonly connection: Connection;
      readonly scheme: SignatureScheme;
      readonly deliveryId: string;
      /** As the sender says it; undefined where its scheme signs no time. */
      readonly sentAt: Date | undefined;
      /** The body, which was parsed once to find out who sent it. @throws {Malformed} for what is no JSON */
      readonly json: () => unknown;
    }
  | { readonly kind: 'set-up'; readonly connection: Connection; readonly answer: SetUpAnswer };

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
  async run({ connectionId, headers, body }: RawDelivery): Promise<AuthenticDelivery> {
    const id = isUuid(connectionId) ? connectionId : '00000000-0000-7000-8000-000000000000';
    const connection = await this.unitOfWork.runAsSystem((tx) => this.connections.findAnywhere(tx, id));
    const parsed = parse(body);
    const delivery = { headers, bytes: body, json: parsed.json };
    const judgements = this.judge(connection, delivery);
    if (connection === undefined) throw new NotFound('connection');
    for (const judgement of judgements) {
      if (judgement.kind === 'valid') return { ...judgement, kind: 'signed', connection, json: () => jsonOf(parsed) };
    }
    const answer = answerToSetUp(connection.system, delivery);
    if (answer !== undefined) return { kind: 'set-up', connection, answer };
    const isLate = judgements.some(({ kind }) => kind === 'out-of-tolerance');
    this.log.warn({ event: 'hook.refused', connectionId: connection.id, isLate });
    throw isLate ? new TimestampOutOfTolerance() : new SignatureRefused();
  }

  /**
   * What counts as now for a delivery. Senders sign on real time; under a clock that stands still, deliveries that were
   * signed for that instant are good as well. In production the two are one.
   */
  clocks(): readonly [Date, Date] {
    return [this.clock.now(), new Date()];
  }

  private judge(connection: Connection | undefined, delivery: ReadDelivery): SignatureJudgement[] {
    const settings = connection?.settings ?? {};
    return SIGNATURE_SCHEMES[connection?.system ?? 'standard']
      .filter((scheme) => scheme.legacy !== true || settings.legacySignatures === true)
      .map((scheme) => {
        const judgement = judgeSignature(scheme, delivery, this.keysOf(connection, scheme), this.clocks());
        return hasProviderKey(scheme, settings, delivery.headers) ? judgement : { kind: 'invalid' };
      });
  }

  private keysOf(connection: Connection | undefined, scheme: SignatureScheme): Buffer[] {
    const secrets = liveSecrets(connection?.secrets ?? [], this.clock.now());
    const keys = secrets.flatMap(({ secret }) => keyOfSecret(secret, scheme.key) ?? []);
    return keys.length === 0 ? [this.decoy] : keys;
  }
}

/** Where a key was agreed, it has to come along. */
function hasProviderKey(
  scheme: SignatureScheme,
  { providerKey }: ConnectionSettings,
  { authorization }: DeliveryHeaders,
): boolean {
  if (scheme.sendsProviderKey !== true || providerKey === undefined) return true;
  const given = typeof authorization === 'string' ? authorization : '';
  return timingSafeEqual(sha256(given), sha256(`Bearer ${providerKey}`));
}

const sha256 = (text: string): Buffer => createHash('sha256').update(text).digest();

interface Parsed {
  readonly json?: unknown;
  readonly fault?: Error;
}

/** Some systems sign inside the body; what is at fault with it is told to those who signed it. */
function parse(body: Buffer): Parsed {
  try {
    return { json: parseStrictJson(body) };
  } catch (error) {
    return { fault: error as Error };
  }
}

function jsonOf({ json, fault }: Parsed): unknown {
  if (fault !== undefined) throw fault;
  return json;
}
