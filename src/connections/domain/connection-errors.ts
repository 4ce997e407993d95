import { Invalid } from '../../platform/errors/index.js';
import { MAX_LIVE_SECRETS } from './connection.js';
import type { HrSystem } from './hr-system.js';

/** A setting that means nothing for the system of the connection. */
export class SettingNotOfSystem extends Invalid {
  constructor(setting: string, system: HrSystem) {
    const message = `is no setting of ${system}`;
    super('setting-not-of-system', `The member ${setting} ${message}. Leave it out.`, [
      { pointer: `/${setting}`, code: 'setting-not-of-system', message },
    ]);
  }
}

/** An address that would never be called. */
export class ApiUrlRefused extends Invalid {
  constructor(detail: string) {
    super('api-url-refused', `The address cannot be called: ${detail}.`, [
      { pointer: '/apiUrl', code: 'api-url-refused', message: detail },
    ]);
  }
}

export class SecretNotUsable extends Invalid {
  constructor(system: HrSystem) {
    const message =
      system === 'standard'
        ? 'must be "whsec_" and base64 of 24 to 64 bytes'
        : 'must have 8 to 200 printable characters';
    super('invalid-secret', `The secret ${message}.`, [{ pointer: '/secret', code: 'invalid-secret', message }]);
  }
}

export class SecretMissing extends Invalid {
  constructor(system: HrSystem) {
    const message = `must be the secret that ${system} shows`;
    super('secret-missing', `The secret ${message}; none is made here.`, [
      { pointer: '/secret', code: 'secret-missing', message },
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
