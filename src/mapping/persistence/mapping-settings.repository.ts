import { Injectable } from '@nestjs/common';
import { VersionedSettings } from '../../platform/database/index.js';
import type { MappingSettingsContent } from '../domain/decisions/mapping-settings.js';

@Injectable()
export class MappingSettingsRepository extends VersionedSettings<Partial<MappingSettingsContent>> {
  constructor() {
    super({ table: 'mapping_settings_version', column: 'content', lock: 'mapping-settings' });
  }
}
