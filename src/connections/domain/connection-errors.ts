import { Invalid } from '../../platform/errors/index.js';
import { MAX_LIVE_SECRETS } from './connection.js';
import { SUPPORTED_SYSTEMS } from './hr-system.js';

export class SystemNotSupportedYet extends Invalid {
  constructor() {
    const supported = SUPPORTED_SYSTEMS.join(', ');
    super('system-not-supported-yet', `Deliveries of this system cannot be read yet. Supported: ${supported}.`, [
      { pointer: '/system', code: 'system-not-supported-yet', message: `must be one of ${supported}` },
    ]);
  }
}

export class SecretNotUsable extends Invalid {
  constructor() {
    const message = 'must be "whsec_" and base64 of 24 to 64 bytes';
    super('invalid-secret', `The secret ${message}. Leave it out to get a new one.`, [
      { pointer: '/secret', code: 'invalid-secret', message },
    ]);
  }
}

export class TooManySecrets extends Invalid {
  constructor() {
    super(
      'too-many-secrets',
      `A connection may have ${MAX_LIVE_SECRETS} live secrets. Wait until older ones have expired.`,
    );
  }
}
