import { guidOf } from '../identifier/guid.js';
import { isObject, type JsonObject, listOf, objectOf, textOf } from '../json/json-members.js';
import { nodeLink } from './node-link.js';

/** A CASE package in either envelope: 1.0 has its members at the root, 1.1 under `CFPackage`. */
export interface CasePackage {
  readonly version: '1.0' | '1.1';
  /** RFC 6901 pointer to the members. */
  readonly pointer: '' | '/CFPackage';
  readonly members: JsonObject;
  readonly document: JsonObject;
}

/** undefined for a JSON document that is no package */
export function casePackageOf(json: unknown): CasePackage | undefined {
  const root = objectOf(json);
  const wrapped = isObject(root.CFPackage) ? root.CFPackage : undefined;
  const members = wrapped ?? root;
  if (!isObject(members.CFDocument)) return undefined;
  const isNewer = wrapped !== undefined || textOf(members.CFDocument.caseVersion) === '1.1';
  const pointer = wrapped === undefined ? '' : '/CFPackage';
  return { version: isNewer ? '1.1' : '1.0', pointer, members, document: members.CFDocument };
}

/** What items refer to by GUID: types, concepts and licences of the package. */
export class CaseDefinitions {
  private readonly byGuid = new Map<string, JsonObject>();

  constructor(members: JsonObject) {
    const definitions = objectOf(members.CFDefinitions);
    for (const kind of ['CFItemTypes', 'CFConcepts', 'CFLicenses', 'CFSubjects']) {
      for (const definition of listOf(definitions[kind]).map(objectOf)) {
        const guid = guidOf(textOf(definition.identifier));
        if (guid !== undefined) this.byGuid.set(guid, definition);
      }
    }
  }

  /** What a link means in words: the title of its definition, else the link's own. */
  titleOf(link: unknown): string {
    const { guid, title } = nodeLink(link);
    return textOf(this.definition(guid).title) || title;
  }

  /** Keywords of the concept that a link means. */
  keywordsOf(link: unknown): string[] {
    const { keywords, title } = this.definition(nodeLink(link).guid);
    return textOf(keywords) === '' ? [textOf(title)].filter((text) => text !== '') : textOf(keywords).split(/[|,;]/);
  }

  private definition(guid: string | undefined): JsonObject {
    return (guid === undefined ? undefined : this.byGuid.get(guid)) ?? {};
  }
}
