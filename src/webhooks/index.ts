export { WEBHOOK_ENTITIES } from './persistence/webhook.entity.js';
export { WebhooksModule } from './webhooks.module.js';
