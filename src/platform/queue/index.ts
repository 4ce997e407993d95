export { BullLaneQueues } from './bull-lane-queues.js';
export { LANES, LaneQueues, type Lane, type LaneJob, type LaneWorker } from './lane-queues.js';
export { namespaceOfDatabase } from './namespace-of-database.js';
export { bullFor, type QueueStore } from './queue-store.js';
export { withDeadline } from './with-deadline.js';
