import { Conflict, Invalid } from '../../platform/errors/index.js';
import { MAX_LIVE_SECRETS } from './signing-secret.js';
import { MAX_ENDPOINTS } from './webhook-endpoint.js';

export class UrlNotAllowed extends Invalid {
  constructor(why: string) {
    super('url-not-allowed', `Events cannot be sent to this URL: ${why}.`, [
      { pointer: '/url', code: 'url-not-allowed', message: why },
    ]);
  }
}

export class TooManyEndpoints extends Invalid {
  constructor() {
    super('too-many-endpoints', `An organization may have ${MAX_ENDPOINTS} webhook endpoints. Delete one first.`);
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
      `An endpoint may have ${MAX_LIVE_SECRETS} live secrets. Wait until older ones have expired.`,
    );
  }
}

export class EndpointDisabled extends Conflict {
  constructor() {
    super('endpoint-disabled', 'The endpoint is disabled. Enable it first: PATCH it with {"enabled": true}.');
  }
}
