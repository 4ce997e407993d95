export {
  composeSecret,
  liveSecrets,
  outgoingSecrets,
  SECRET_BYTES,
  type SigningSecret,
  standardKeyOf,
} from './domain/signing-secret.js';
export { sealedSecrets, type StoredSecret, unsealedSecrets } from './persistence/stored-secrets.js';
export { WEBHOOK_ENTITIES } from './persistence/webhook.entity.js';
export { WebhooksModule } from './webhooks.module.js';
