import { classifyAlignment } from '../../../frameworks/index.js';
import { childPointer } from '../reading/json-pointer.js';
import { firstMember, isObject, plainString, stringsAt, type JsonObject, type Located } from '../reading/json-value.js';
import { localisedText } from '../reading/localised-text.js';
import type { Claim } from './claim.js';
import { claimOf, isAddress } from './skill-statement.js';

/** Open Badges 2 and 3, then 1.x, then the exports of issuing platforms that keep their own spelling. */
const NAME_KEYS = ['targetName', 'name', 'target_name', 'skillName', 'Skill Tag', 'title'];
const URL_KEYS = ['targetUrl', 'targetURL', 'targetUri', 'url', 'target_url'];
const CODE_KEYS = ['targetCode', 'target_code', 'code'];
const FRAMEWORK_KEYS = ['targetFramework', 'framework', 'target_framework', 'frameworkName'];
const DESCRIPTION_KEYS = ['targetDescription', 'description', 'target_description'];
const TYPE_KEYS = ['targetType', 'target_type'];
const MAX_CODES = 20;

/**
 * What an alignment claims: one claim, or one for each code where an issuer put a list of codes into one alignment.
 * An alignment may also be a mere link or a word.
 */
export function claimsOfAlignment({ value, path }: Located): Claim[] {
  if (!isObject(value)) return claimOfLink(plainString(value), path);
  const alignment = { value, path };
  return codesOf(alignment).map((code) =>
    claimOf(alignment, {
      kind: 'alignment',
      name: localisedText(firstMember(alignment, NAME_KEYS)),
      url: plainString(firstMember(alignment, URL_KEYS)?.value),
      code: code.value,
      framework: localisedText(firstMember(alignment, FRAMEWORK_KEYS))?.text,
      types: TYPE_KEYS.flatMap((key) => stringsAt(value, key)),
      description: localisedText(firstMember(alignment, DESCRIPTION_KEYS))?.text,
      jsonPath: code.path,
    }),
  );
}

function claimOfLink(text: string | undefined, path: string): Claim[] {
  if (text === undefined) return [];
  const said = isAddress(text) ? { url: text } : { name: text };
  return [
    {
      jsonPath: path,
      kind: 'alignment',
      class: classifyAlignment(said),
      text: said.name ?? '',
      uri: said.url,
      origin: 'issuer',
    },
  ];
}

function codesOf(alignment: Located<JsonObject>): { value: string | undefined; path: string }[] {
  const stated = firstMember(alignment, CODE_KEYS);
  if (!stated) return [{ value: undefined, path: alignment.path }];
  if (!Array.isArray(stated.value)) return [{ value: plainString(stated.value), path: alignment.path }];
  const codes = stated.value
    .slice(0, MAX_CODES)
    .map((value: unknown, index) => ({ value: plainString(value), path: childPointer(stated.path, index) }))
    .filter((code) => code.value !== undefined);
  const [only] = codes;
  return codes.length > 1 ? codes : [{ value: only?.value, path: alignment.path }];
}
