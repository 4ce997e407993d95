import { Injectable } from '@nestjs/common';
import { VersionedSettings } from '../../platform/database/index.js';
import type { LevelMap } from '../domain/level-maps.js';

@Injectable()
export class LevelMapsRepository extends VersionedSettings<readonly LevelMap[]> {
  constructor() {
    super({ table: 'level_maps_version', column: 'maps', lock: 'level-maps' });
  }
}
