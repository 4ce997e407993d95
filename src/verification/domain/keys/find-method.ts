import type { DocumentSource } from '../document-source.js';
import { methodsFor, readControllerDocument } from './controller-document.js';
import type { JsonObject } from './json-object.js';
import type { KeyPurpose, ResolvedKey, UnresolvableKey } from './key-resolution.js';
import { listedKey } from './listed-key.js';
import { pickByMethodId } from './pick-listed.js';
import { quoted } from './quoted.js';
import { resolveDidUrlDocument } from './resolve-did-url-document.js';
import { unresolvable } from './unresolvable.js';

const materials = ['publicKeyMultibase', 'publicKeyJwk', 'publicKeyBase58'];

/**
 * The key of the method `id` in what lies at its http(s) address: its controller's document, or the method by itself.
 * In the second case the document of the `controller` that it names is looked up and must list it.
 *
 * @param url the id without its fragment, where `content` was loaded from
 */
export async function findMethod(
  content: JsonObject,
  { id, url }: { id: string; url: string },
  purpose: KeyPurpose,
  source: DocumentSource,
): Promise<ResolvedKey | UnresolvableKey> {
  if (content.id === id && materials.some((name) => name in content))
    return standaloneKey(content, id, purpose, source);
  const reading = readControllerDocument(content, url);
  if (!reading.ok) return unresolvable(reading.code, `${reading.detail} (${url})`, { url });
  const found = pickByMethodId(reading.document, id, purpose);
  return found.kind === 'resolved' ? found : { ...found, url };
}

async function standaloneKey(
  method: JsonObject,
  id: string,
  purpose: KeyPurpose,
  source: DocumentSource,
): Promise<ResolvedKey | UnresolvableKey> {
  const { controller } = method;
  if (typeof controller !== 'string') return unresolvable('not-listed', `${quoted(id)} does not name its controller`);
  const resolution = await resolveDidUrlDocument(controller, source);
  if (resolution.kind === 'unresolvable') return resolution;
  const listed = methodsFor(resolution.document, purpose).find((one) => one.id === id);
  if (!listed) return unresolvable('not-listed', `${quoted(controller)} does not list ${quoted(id)} for ${purpose}`);
  return listedKey(resolution.document, listed, listed.description ?? method);
}
