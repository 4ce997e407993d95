export { DecisionsModule } from './decisions.module.js';
export { DECISION_ENTITIES } from './persistence/application-decision.entity.js';
