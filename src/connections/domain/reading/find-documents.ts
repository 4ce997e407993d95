import { contentTypeHint, type EmbeddedDocument, LINK_TYPE, MAX_CREDENTIALS_AT_ONCE } from '../../../intake/index.js';
import type { IntakeAttachment } from '../intake-event.js';

/** Where in a payload credentials may be. */
export interface Findings {
  readonly attachments?: readonly IntakeAttachment[];
  /** Addresses of the person's pages. */
  readonly links?: readonly unknown[];
  /** Fields that the organization made up itself. */
  readonly customFields?: readonly CustomField[];
}

export interface CustomField {
  readonly name: string;
  readonly value: unknown;
}

const MAX_URL = 2048;
const MAX_FIELD = 512 * 1024;
/** Our own field: whatever stands in it was meant for us. */
const OUR_FIELD = /credence/i;
const NAMES_CREDENTIALS =
  /credential|badge|certificat|certification|diploma|licen[cs]e|verifiable|wallet|micro-?credential/i;
/** What a file may be that holds a credential: a baked image or a document of its own. */
const CREDENTIAL_FILE = /\.(png|svg|json|jsonld|jwt|vc|ldjson)$/i;
/** A printed one, which is a claim and no proof; only where its name says so, since most of these files are other things. */
const PRINTED_FILE = /\.pdf$/i;
/** Hosts whose pages are about one credential each. */
const CREDENTIAL_HOSTS = [
  'credly.com',
  'youracclaim.com',
  'badgr.com',
  'badgr.io',
  'badgecraft.eu',
  'openbadgepassport.com',
  'openbadgefactory.com',
  'credential.net',
  'accredible.com',
  'certifier.io',
  'sertifier.com',
  'badgelist.com',
  'canvasbadges.org',
  'parchment.com',
  'learningeconomy.io',
];
const COMPACT = /^[\w-]{10,}\.[\w-]{2,}\.[\w-]*(?:~[\w.~-]*)?$/;

/**
 * The credentials that a payload brings: files and pages as links, to be fetched later, and documents as they are. Files
 * that are resumes or letters, and pages that are about other things, are left alone: nothing of the person is fetched that
 * is no credential.
 */
export function findDocuments({ attachments = [], links = [], customFields = [] }: Findings): EmbeddedDocument[] {
  const found = [
    ...attachments.flatMap(inAttachment),
    ...links.flatMap((link) => (isCredentialPage(link) ? linkTo(link) : [])),
    ...customFields.flatMap(inCustomField),
  ];
  const once = new Map(found.map((document) => [document.bytes.toString('base64'), document]));
  return [...once.values()].slice(0, MAX_CREDENTIALS_AT_ONCE);
}

/** Whether a file may be a credential by its name: a resume or letter is not. */
export function mayHoldCredential({ kind, fileName, url }: IntakeAttachment): boolean {
  const names = [fileName ?? '', pathOf(url)];
  const isPrinted = kind === 'other' && names.some((name) => PRINTED_FILE.test(name) && NAMES_CREDENTIALS.test(name));
  return isPrinted || names.some((name) => CREDENTIAL_FILE.test(name));
}

const inAttachment = (attachment: IntakeAttachment): EmbeddedDocument[] =>
  mayHoldCredential(attachment) ? linkTo(attachment.url, attachment.fileName ?? undefined) : [];

function inCustomField({ name, value }: CustomField): EmbeddedDocument[] {
  const texts = (Array.isArray(value) ? (value as unknown[]) : [value]).flatMap((one) =>
    typeof one === 'string' && one.length <= MAX_FIELD ? [one.trim()] : [],
  );
  const isOurs = OUR_FIELD.test(name);
  return texts.flatMap((text) => {
    if (isDocument(text)) return documentOf(text);
    return text
      .split(/[\s,;]+/)
      .flatMap((part) => (isDocument(part) ? documentOf(part) : takesLink(name, isOurs, part) ? linkTo(part) : []));
  });
}

const takesLink = (name: string, isOurs: boolean, part: string): boolean =>
  isOurs || NAMES_CREDENTIALS.test(name) || isCredentialPage(part);

/** A signed text, or a JSON object that says what it is. */
function isDocument(text: string): boolean {
  if (COMPACT.test(text)) return text.startsWith('eyJ');
  if (!text.startsWith('{')) return false;
  try {
    const json = JSON.parse(text) as object;
    return '@context' in json || 'credentialSubject' in json || 'verifiableCredential' in json || 'badge' in json;
  } catch {
    return false;
  }
}

function documentOf(text: string): EmbeddedDocument[] {
  const bytes = Buffer.from(text);
  return [{ bytes, contentType: contentTypeHint(bytes) }];
}

function isCredentialPage(link: unknown): boolean {
  if (!isWebAddress(link)) return false;
  const { hostname, pathname } = new URL(link);
  const isKnown = CREDENTIAL_HOSTS.some((host) => hostname === host || hostname.endsWith(`.${host}`));
  return isKnown || CREDENTIAL_FILE.test(pathname);
}

/** The same document that a caller hands in to have a link fetched. */
function linkTo(url: unknown, fileName?: string): EmbeddedDocument[] {
  if (!isWebAddress(url)) return [];
  const bytes = Buffer.from(JSON.stringify({ url }));
  return [{ bytes, contentType: LINK_TYPE, ...(fileName !== undefined && { fileName }) }];
}

const isWebAddress = (value: unknown): value is string =>
  typeof value === 'string' && value.length <= MAX_URL && /^https:\/\/[^\s]+$/i.test(value) && URL.canParse(value);

const pathOf = (url: string | null): string => (isWebAddress(url) ? new URL(url).pathname : '');
