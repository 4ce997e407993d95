import { Injectable } from '@nestjs/common';
import { AuditLog } from '../../audit/index.js';
import type { Principal } from '../../identity/index.js';
import { Clock } from '../../platform/clock/index.js';
import type { Transaction } from '../../platform/database/index.js';
import { Outbox } from '../../platform/outbox/index.js';
import {
  DEFAULT_MAPPING_SETTINGS,
  type MappingSettingsContent,
  type NumberedMappingSettings,
} from '../domain/decisions/mapping-settings.js';
import { MappingSettingsRepository } from '../persistence/mapping-settings.repository.js';

/** What an organization sets about the mapping of claims; version 1 is the default that every organization begins with. */
@Injectable()
export class MappingSettings {
  constructor(
    private readonly settings: MappingSettingsRepository,
    private readonly audit: AuditLog,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  async inForce(tx: Transaction): Promise<NumberedMappingSettings> {
    const kept = await this.settings.latest(tx);
    return kept === undefined
      ? DEFAULT_MAPPING_SETTINGS
      : { ...DEFAULT_MAPPING_SETTINGS, ...kept.content, version: kept.version };
  }

  /**
   * Makes the content the next version; what is in force already stays that version.
   *
   * @param allow looks at the version that would be changed and throws when the sender does not know it
   */
  async change(
    tx: Transaction,
    content: MappingSettingsContent,
    actor: Principal,
    allow: (version: number) => void,
  ): Promise<NumberedMappingSettings> {
    await this.settings.holdAlone(tx);
    const before = await this.inForce(tx);
    allow(before.version);
    const { secondReviewer, alternativeLabels } = content;
    const mapsOtherwise = before.alternativeLabels !== alternativeLabels;
    if (before.secondReviewer === secondReviewer && !mapsOtherwise) return before;
    const version = before.version + 1;
    const kept = { secondReviewer, alternativeLabels };
    await this.settings.insert(tx, { version, content: kept, changedBy: actor.id, changedAt: this.clock.now() });
    await this.audit.record(tx, {
      actor,
      action: 'mapping-settings.changed',
      targetType: 'mapping-settings',
      targetId: String(version),
      detail: kept,
    });
    if (mapsOtherwise) await this.outbox.publish(tx, { topic: 'mapping-settings.changed', payload: { version } });
    return { version, ...kept };
  }
}
