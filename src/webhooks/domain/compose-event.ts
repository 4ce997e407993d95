import { EVENT_TYPES, type Payload } from './event-types.js';

/** An event as it is kept and sent. */
export interface WebhookEvent {
  /** The `webhook-id`; the same for every endpoint and every attempt. */
  readonly id: string;
  readonly type: string;
  /** Events with the same key reach an endpoint in the order in which they happened; null: in any order. */
  readonly orderingKey: string | null;
  /** The exact text that is signed and sent. */
  readonly body: string;
  readonly occurredAt: Date;
}

const byTopic = new Map(EVENT_TYPES.map((type) => [type.topic, type]));

/**
 * The event of something that happened; nothing but what the schema of its type names is taken over.
 *
 * @param message what the room told, with the id and time of the telling
 * @returns undefined for what others do not hear of
 */
export function composeEvent(message: {
  readonly id: string;
  readonly topic: string;
  readonly payload: Payload;
  readonly createdAt: Date;
}): WebhookEvent | undefined {
  const { id, topic, payload, createdAt } = message;
  const kind = byTopic.get(topic);
  if (kind === undefined) return undefined;
  const { type, orderedBy, url } = kind;
  const facts = Object.keys(kind.data.properties).filter((name) => name !== 'url');
  const data = { ...Object.fromEntries(facts.map((name) => [name, payload[name] ?? null])), url: url(payload) };
  const key = orderedBy === undefined ? undefined : payload[orderedBy];
  return {
    id,
    type,
    orderingKey: typeof key === 'string' ? key : null,
    body: JSON.stringify({ type, timestamp: createdAt.toISOString(), data }),
    occurredAt: createdAt,
  };
}
