export { Dispatcher } from './dispatcher.js';
export {
  EventHandler,
  type EventContext,
  type GroupEffect,
  type HandlesEvents,
  type OutboxEvent,
  type OutboxMessage,
} from './event-handler.js';
export { OutboxWorker } from './outbox-worker.js';
export { OUTBOX_ENTITIES } from './outbox.entity.js';
export { Outbox } from './outbox.js';
export { RelaySignal } from './relay-signal.js';
export { Relay } from './relay.js';
export { MAX_ATTEMPTS } from './retry-plan.js';
export { Rounds } from './rounds.js';
export { Subscriptions } from './subscriptions.js';
export { Sweeper } from './sweeper.js';
