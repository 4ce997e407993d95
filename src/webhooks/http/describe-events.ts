import type { WebhookDescriptions } from '../../platform/http/index.js';
import { EVENT_TYPES, type EventType } from '../domain/event-types.js';

const header = (name: string, description: string): object => ({
  name,
  in: 'header',
  required: true,
  description,
  schema: { type: 'string' },
});

const HEADERS = [
  header('webhook-id', 'Id of the event; the same at every attempt and every redelivery'),
  header('webhook-timestamp', 'When the attempt was made, in seconds since 1970'),
  header('webhook-signature', '`v1,<base64>` for each live secret, apart by blanks'),
];

/** `CredentialVerifiedEvent` for `credential.verified`. */
const schemaName = (type: string): string =>
  `${type
    .split('.')
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join('')}Event`;

const schemaOf = ({ type, description, data }: EventType): object => ({
  type: 'object',
  description,
  additionalProperties: false,
  required: ['type', 'timestamp', 'data'],
  properties: {
    type: { type: 'string', const: type },
    timestamp: { type: 'string', format: 'date-time', description: 'When it happened' },
    data,
  },
});

/** The events as the `webhooks` of OpenAPI 3.1: one operation and one schema for each type. */
export function describeEvents(): WebhookDescriptions {
  return {
    schemas: Object.fromEntries(EVENT_TYPES.map((kind) => [schemaName(kind.type), schemaOf(kind)])),
    webhooks: Object.fromEntries(EVENT_TYPES.map((kind) => [kind.type, { post: operationOf(kind) }])),
  };
}

function operationOf({ type, description }: EventType): object {
  return {
    tags: ['events'],
    operationId: `on${schemaName(type)}`,
    summary: description,
    parameters: HEADERS,
    requestBody: {
      required: true,
      content: { 'application/json': { schema: { $ref: `#/components/schemas/${schemaName(type)}` } } },
    },
    responses: {
      '2XX': { description: 'The event was taken' },
      '410': { description: 'Nothing is wanted any more: the endpoint is disabled' },
      default: { description: 'The event is sent again later' },
    },
  };
}
