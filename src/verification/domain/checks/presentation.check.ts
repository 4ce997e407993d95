import { checkKeyBinding } from '../presentation/key-binding.js';
import { quoted } from '../quoted.js';
import { failed, skipped, undecided, warned, type Finding } from './check.js';
import type { CheckDefinition, Examined } from './check-definition.js';

/**
 * Whether the holder of the key that the issuer named presented the credential. Asked of formats in which a holder can sign
 * along with the credential itself.
 */
export const presentationCheck: CheckDefinition = {
  id: 'presentation',
  asks: 'Did its holder sign along?',
  async run({ read, at, source, signature }: Examined): Promise<Finding[]> {
    const { sdJwt } = read;
    if (!sdJwt) return [];
    const { keyBinding, issued } = sdJwt;
    if (!keyBinding) return [skipped('none', 'no holder signed along with the credential')];
    if (signature !== 'valid')
      return [skipped('not-signed', 'no signature holds that would vouch for the key of the holder')];
    const binding = await checkKeyBinding(keyBinding, issued.claims, { at, source });
    if (!binding.ok) {
      const { objection, code, detail, retryable } = binding;
      return objection === 'unresolvable_key'
        ? [undecided(objection, code, detail, { retryable: retryable === true })]
        : [failed(objection, code, detail)];
    }
    const detail = `the holder of the key signed this for ${quoted(binding.audience)}, in answer to nothing asked here`;
    return [warned('not-asked-for', detail)];
  },
};
