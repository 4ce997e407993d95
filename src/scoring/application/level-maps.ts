import { Injectable } from '@nestjs/common';
import { AuditLog } from '../../audit/index.js';
import type { Principal } from '../../identity/index.js';
import { Clock } from '../../platform/clock/index.js';
import type { Transaction } from '../../platform/database/index.js';
import { Invalid } from '../../platform/errors/index.js';
import { Outbox } from '../../platform/outbox/index.js';
import { checkLevelMaps, DEFAULT_LEVEL_MAPS, type LevelMap, type NumberedLevelMaps } from '../domain/level-maps.js';
import { LevelMapsRepository } from '../persistence/level-maps.repository.js';

/** A version of the maps that the organization set itself. */
export interface KeptLevelMaps extends NumberedLevelMaps {
  readonly changedBy: string;
  readonly changedAt: Date;
}

/** How an organization reads the scales of others; version 1 is the default that every organization begins with. */
@Injectable()
export class LevelMaps {
  constructor(
    private readonly kept: LevelMapsRepository,
    private readonly audit: AuditLog,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  async inForce(tx: Transaction): Promise<NumberedLevelMaps> {
    const latest = await this.kept.latest(tx);
    return latest === undefined ? DEFAULT_LEVEL_MAPS : { version: latest.version, maps: latest.content };
  }

  /** Those that were set, newest first. @param before number of the last version of the page before */
  async versions(tx: Transaction, before: number | null, limit: number): Promise<readonly KeptLevelMaps[]> {
    const kept = await this.kept.list(tx, before, limit);
    return kept.map(({ content: maps, ...rest }) => ({ ...rest, maps }));
  }

  /**
   * Makes the maps the next version; levels follow in the background. What is in force already stays that version.
   *
   * @param allow looks at the version that would be changed and throws when the sender does not know it
   * @throws {Invalid} `level-maps-impossible`
   */
  async change(
    tx: Transaction,
    maps: readonly LevelMap[],
    actor: Principal,
    allow: (version: number) => void,
  ): Promise<NumberedLevelMaps> {
    await this.kept.holdAlone(tx);
    const before = await this.inForce(tx);
    allow(before.version);
    const problems = checkLevelMaps(maps);
    if (problems.length > 0) {
      const faults = problems.map(({ pointer, message }) => `${pointer} ${message}`).join('; ');
      throw new Invalid('level-maps-impossible', `The level maps cannot be kept. ${faults}.`, problems);
    }
    const sorted = inOneOrder(maps);
    if (JSON.stringify(sorted) === JSON.stringify(inOneOrder(before.maps))) return before;
    const after = { version: before.version + 1, maps: sorted };
    const change = { changedBy: actor.id, changedAt: this.clock.now() };
    await this.kept.insert(tx, { version: after.version, content: sorted, ...change });
    await this.outbox.publish(tx, { topic: 'level-maps.changed', payload: { version: after.version } });
    await this.audit.record(tx, {
      actor,
      action: 'level-maps.changed',
      targetType: 'level-maps',
      targetId: String(after.version),
      detail: { version: after.version },
    });
    return after;
  }
}

/** So that equal maps have equal text. */
const inOneOrder = (maps: readonly LevelMap[]): LevelMap[] =>
  maps
    .map(({ scale, top, levels }) => ({ scale, top, levels: [...levels] }))
    .sort((a, b) => (a.scale < b.scale ? -1 : a.scale > b.scale ? 1 : a.top - b.top));
