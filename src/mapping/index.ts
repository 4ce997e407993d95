export type { CommandOnMapping } from './application/decide-mapping.js';
export type { DecisionCommand } from './application/draft-decision.js';
export { requireConfiguredModel } from './application/embedding/configured-model.js';
export { type ForeseenDecision, MOST_REHEARSED, RehearseDecisions } from './application/rehearse-decisions.js';
export { RehearseFramework } from './application/rehearse-framework.js';
export { DecisionBatchDto, toCommands } from './http/decision-batch.dto.js';
export { DecisionDto, DecisionEffectDto, toCommand } from './http/decision.dto.js';
export { MappingModule } from './mapping.module.js';
export { MAPPING_ENTITIES } from './persistence/mapping.entity.js';
