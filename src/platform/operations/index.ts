export {
  isFinished,
  type Operation,
  type OperationError,
  type OperationState,
  operationUrl,
  type OperationVersion,
} from './operation.js';
export { OPERATION_ENTITIES } from './operation.entity.js';
export { MAX_STREAMS_PER_ORGANIZATION, OperationStreams } from './operation-streams.js';
export { OperationsModule } from './operations.module.js';
export { Operations } from './operations.js';
