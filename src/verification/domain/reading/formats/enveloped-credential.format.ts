import { isEnvelope, openEnvelope } from '../enveloped.js';
import { aboutFormat, type Format } from '../format.js';

/** A credential or presentation in a `data:` URL: what is in the envelope is read in its place. */
export const envelopedCredential: Format = {
  about: aboutFormat('enveloped-credential', 'verified'),
  read({ json, jws }) {
    if (!json || !isEnvelope(json)) return undefined;
    const format = 'enveloped-credential';
    if (jws) return { kind: 'unsupported', format, detail: 'an envelope inside a JWT is not opened' };
    const opened = openEnvelope(json);
    return opened.ok
      ? { kind: 'carried', carrier: format, text: opened.text }
      : { kind: 'malformed', format, code: 'envelope', detail: opened.detail };
  },
};
