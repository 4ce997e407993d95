export { MappingModule } from './mapping.module.js';
export { MAPPING_ENTITIES } from './persistence/mapping.entity.js';
