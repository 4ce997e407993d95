import { v5 } from 'uuid';
import type { FrameworkAbout, FrameworkEntry } from '../content/framework-content.js';
import { canonicalReference } from '../identifier/identifier.js';
import type { JsonObject } from '../json/json-members.js';
import { type EntryPart, partOf } from './entry-part.js';
import type { FrameworkPart } from './framework-part.js';

/** Where an export keeps what CASE has no member for; read again, it makes the same entry. */
export const EXTENSION = 'credence';

/** What is exported as one package. */
export interface ExportedFramework {
  readonly id: string;
  readonly name: string;
  readonly version: string;
  /** RFC 3339; CASE wants it in every part. */
  readonly changedAt: string;
  readonly part: FrameworkPart;
}

const PART = [
  'uri',
  'code',
  'label',
  'translations',
  'alternativeLabels',
  'hiddenLabels',
  'definition',
  'notes',
  'type',
  'assignable',
  'status',
  'replacedBy',
  'crosswalks',
  'otherKeys',
  'levelAnchors',
  'position',
  'links',
  'collections',
  'details',
] as const satisfies readonly (keyof EntryPart)[];

/** GUID of an item: that of its CASE address, else one made of its uri (RFC 9562 version 5), the same every time. */
export function guidOfEntry(uri: string): string {
  const found = canonicalReference(uri);
  return found?.scheme === 'case' ? found.id : v5(uri, v5.URL);
}

export function caseDocument({ id, name, version, changedAt, part }: ExportedFramework): JsonObject {
  const about: FrameworkAbout = part.about ?? {};
  const publisher = about.publisher ?? name;
  return {
    identifier: id,
    uri: `urn:uuid:${id}`,
    creator: publisher,
    publisher,
    title: about.title ?? name,
    ...(about.description === undefined ? {} : { description: about.description }),
    ...(about.homepage === undefined ? {} : { officialSourceURL: about.homepage }),
    version,
    caseVersion: '1.1',
    adoptionStatus: 'Adopted',
    lastChangeDateTime: changedAt,
    extensions: { [EXTENSION]: part },
  };
}

/** @see https://www.imsglobal.org/sites/default/files/CASE/casev1p0 section 4.1.5 (CFItem) */
export function caseItem(entry: FrameworkEntry, { changedAt }: ExportedFramework): JsonObject {
  const keywords = entry.hiddenLabels.map(({ text }) => text);
  return {
    identifier: guidOfEntry(entry.uri),
    uri: entry.uri,
    fullStatement: entry.definition ?? entry.label.text,
    abbreviatedStatement: entry.label.text,
    ...(entry.code === undefined ? {} : { humanCodingScheme: entry.code }),
    ...(entry.notes === undefined ? {} : { notes: entry.notes }),
    ...(keywords.length === 0 ? {} : { conceptKeywords: keywords }),
    CFItemType: entry.type,
    language: entry.label.language,
    lastChangeDateTime: changedAt,
    extensions: { [EXTENSION]: partOf(entry, PART) },
  };
}

/** Associations of an entry with others of the framework, and with what is exactly the same elsewhere. */
export function caseAssociations(entry: FrameworkEntry, { changedAt }: ExportedFramework): JsonObject[] {
  const own = nodeOf(entry.uri);
  const order = entry.position === undefined ? {} : { sequenceNumber: entry.position };
  const associations = [
    ...entry.broader.map((uri) => ({ associationType: 'isChildOf', destinationNodeURI: nodeOf(uri), ...order })),
    // Said once, by the entry that comes first.
    ...entry.related
      .filter((uri) => entry.uri < uri)
      .map((uri) => ({ associationType: 'isRelatedTo', destinationNodeURI: nodeOf(uri) })),
    ...(entry.replacedBy === undefined
      ? []
      : [{ associationType: 'replacedBy', destinationNodeURI: nodeOf(entry.replacedBy) }]),
    ...entry.crosswalks
      .filter(({ relation }) => relation === 'exact')
      .map(({ key, label }) => ({
        associationType: 'exactMatchOf',
        destinationNodeURI: {
          title: label ?? key,
          uri: key.startsWith('uri:') ? key.slice(4) : key,
          identifier: guidOfKey(key),
        },
      })),
  ];
  return associations.map((association) => {
    const name = `${entry.uri} ${association.associationType} ${association.destinationNodeURI.uri}`;
    const identifier = v5(name, v5.URL);
    const uri = `urn:uuid:${identifier}`;
    return { identifier, uri, originNodeURI: own, lastChangeDateTime: changedAt, ...association };
  });
}

const guidOfKey = (key: string): string => (key.startsWith('case:') ? key.slice(5) : v5(key, v5.URL));
const nodeOf = (uri: string): { title: string; identifier: string; uri: string } => ({
  title: uri.slice(0, 60),
  identifier: guidOfEntry(uri),
  uri,
});
