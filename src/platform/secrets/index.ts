export { CannotUnseal, SecretBox } from './secret-box.js';
export { secretsKeys } from './secrets-keys.js';
