import { classifyAlignment } from '../../../frameworks/index.js';
import type { JsonObject, Located } from '../reading/json-value.js';
import type { LocalisedText } from '../reading/localised-text.js';
import type { Claim, ClaimKind } from './claim.js';
import { isMachineMade } from './machine-origin.js';
import { statedLevel } from './stated-level.js';

/** The members of an object that states a skill, found under whatever names its format gives them. */
export interface SkillStatement {
  readonly kind: Extract<ClaimKind, 'alignment' | 'extension'>;
  readonly name?: LocalisedText | undefined;
  readonly url?: string | undefined;
  readonly code?: string | undefined;
  readonly framework?: string | undefined;
  readonly types?: readonly string[];
  readonly description?: string | undefined;
  /** The place of the claim where that is not the whole object. */
  readonly jsonPath?: string;
}

/** A full URI, or the path of one (`/esco/skill/...`), as against a bare code. */
export function isAddress(identifier: string): boolean {
  return /^(?:[a-z][a-z0-9+.-]{1,20}:|\/)/i.test(identifier);
}

/** An identifier under the name that tells whether it is an address or a code. */
export function asIdentifier(identifier: string | undefined): Pick<SkillStatement, 'url' | 'code'> {
  if (identifier === undefined) return {};
  return isAddress(identifier) ? { url: identifier } : { code: identifier };
}

/**
 * The claim that an object makes. In an extension, which exists to state skills, what cannot be told apart by its
 * identifier is a skill; an alignment may point at anything, so there it stays unknown.
 */
export function claimOf(stated: Located<JsonObject>, statement: SkillStatement): Claim {
  const { kind, name, url, code, framework, types = [], description } = statement;
  const judged = classifyAlignment({ url, code, framework, name: name?.text, type: types });
  const type = types.length > 0 ? types.join(' ') : undefined;
  return {
    jsonPath: statement.jsonPath ?? stated.path,
    kind,
    class: judged === 'unknown' && kind === 'extension' ? 'skill' : judged,
    text: name?.text ?? '',
    translations: name?.translations,
    uri: url,
    code,
    framework,
    type: types[0],
    description,
    origin: isMachineMade(stated.value) ? 'machine' : 'issuer',
    level: statedLevel(stated, { url, code, framework, name: name?.text, type }),
  };
}
