import { type INestApplication, SetMetadata } from '@nestjs/common';
import { ModulesContainer } from '@nestjs/core';
import type { OpenAPIObject } from '@nestjs/swagger';

/** What an OpenAPI document says of requests that the service itself makes. */
export interface WebhookDescriptions {
  /** Operations by the name of the event, as under `webhooks`. */
  readonly webhooks: Readonly<Record<string, object>>;
  /** The schemas that they name. */
  readonly schemas: Readonly<Record<string, object>>;
}

const DESCRIBES = 'credence:describes-webhooks';

/** The controller belongs to events that are sent; the document describes them. */
export const DescribesWebhooks = (describe: () => WebhookDescriptions): ClassDecorator =>
  SetMetadata(DESCRIBES, describe);

/** Adds to the document the events of all controllers. Their classes are enough: nothing has to be started. */
export function describeWebhooks(app: INestApplication, document: OpenAPIObject): OpenAPIObject {
  const components = (document.components ??= {});
  for (const module of app.get(ModulesContainer).values()) {
    for (const { metatype } of module.controllers.values()) {
      if (typeof metatype !== 'function') continue;
      const describe = Reflect.getMetadata(DESCRIBES, metatype) as (() => WebhookDescriptions) | undefined;
      if (describe === undefined) continue;
      const { webhooks, schemas } = describe();
      document.webhooks = { ...document.webhooks, ...(webhooks as OpenAPIObject['webhooks']) };
      components.schemas = { ...components.schemas, ...schemas };
    }
  }
  return document;
}
