import { createCipheriv, createDecipheriv, createHash, randomBytes } from 'node:crypto';

/** What a sealed text begins with; texts of before there was a key begin otherwise. */
const SEALED = 'sealed:v1:';
/** Put before a text that is kept open and begins like one of these two. */
const OPEN = 'open:';
const CIPHER = 'aes-256-gcm';
const IV_BYTES = 12;
const TAG_BYTES = 16;
const KEY_ID_CHARACTERS = 8;

/** A text was sealed with a key that is not there, for another place, or was changed since. */
export class CannotUnseal extends Error {
  constructor() {
    super('a stored secret cannot be unsealed: SECRETS_KEY is not the key that it was sealed with, or it was changed');
    this.name = 'CannotUnseal';
  }
}

/**
 * Seals secrets that must be stored so that they can be used again: AES-256-GCM with a random nonce of 96 bits (NIST SP
 * 800-38D section 8.2.2), bound to the place where they are kept. Without a key texts are kept as they are.
 */
export class SecretBox {
  private readonly keys: readonly { id: string; key: Buffer }[];

  /** @param keys of 32 bytes; the first seals, all unseal */
  constructor(keys: readonly Buffer[]) {
    this.keys = keys.map((key) => ({ id: keyIdOf(key), key }));
  }

  /** @param place what the text belongs to; it unseals nowhere else */
  seal(text: string, place: string): string {
    const [first] = this.keys;
    if (first === undefined) return text.startsWith(SEALED) || text.startsWith(OPEN) ? OPEN + text : text;
    const iv = randomBytes(IV_BYTES);
    const cipher = createCipheriv(CIPHER, first.key, iv, { authTagLength: TAG_BYTES }).setAAD(Buffer.from(place));
    const sealed = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
    return `${SEALED}${first.id}:${Buffer.concat([iv, cipher.getAuthTag(), sealed]).toString('base64url')}`;
  }

  /** @throws {CannotUnseal} */
  unseal(stored: string, place: string): string {
    if (stored.startsWith(OPEN)) return stored.slice(OPEN.length);
    if (!stored.startsWith(SEALED)) return stored;
    const [id, encoded = ''] = stored.slice(SEALED.length).split(':');
    const key = this.keys.find((known) => known.id === id)?.key;
    const bytes = Buffer.from(encoded, 'base64url');
    if (key === undefined || bytes.length < IV_BYTES + TAG_BYTES) throw new CannotUnseal();
    const iv = bytes.subarray(0, IV_BYTES);
    const tag = bytes.subarray(IV_BYTES, IV_BYTES + TAG_BYTES);
    const decipher = createDecipheriv(CIPHER, key, iv, { authTagLength: TAG_BYTES });
    try {
      decipher.setAAD(Buffer.from(place)).setAuthTag(tag);
      return Buffer.concat([decipher.update(bytes.subarray(IV_BYTES + TAG_BYTES)), decipher.final()]).toString('utf8');
    } catch {
      throw new CannotUnseal();
    }
  }
}

/** Names a key without telling anything of it. */
const keyIdOf = (key: Buffer): string =>
  createHash('sha256').update('credence secrets key id').update(key).digest('hex').slice(0, KEY_ID_CHARACTERS);
