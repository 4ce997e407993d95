import type { DocumentSource } from '../document-source.js';
import { isObject, type JsonObject } from '../json.js';
import { quoted } from '../quoted.js';
import { textOfValue } from '../facts/text.js';
import { type EntityStatement, readStatement, type StatementWish } from './entity-statement.js';

/** A trust anchor of a federation, as an organization knows it. */
export interface TrustAnchorEntity {
  /** Its entity identifier. */
  readonly entityId: string;
  /** Its keys as they were learnt elsewhere; without them those that it serves at its own address count. */
  readonly keys?: readonly JsonObject[];
}

/** What a federation says about an issuer. */
export type FederationAnswer =
  | {
      readonly outcome: 'listed';
      readonly name?: string;
      readonly url?: string;
      /** The first end among the statements that were relied on. */
      readonly expires: Date;
      readonly detail: string;
    }
  | { readonly outcome: 'not_listed' | 'unknown'; readonly detail: string };

/** Steps from the issuer up to the trust anchor. */
const MOST_STEPS = 5;
/** Superiors of one entity that are tried. */
const MOST_HINTS = 5;
/** Of one entity statement, in bytes. */
const MAX_BYTES = 256 * 1024;
const ACCEPT = 'application/entity-statement+jwt';

/** The configuration of a trust anchor, signed by itself and, where they are known, by the keys learnt elsewhere. */
export async function anchorConfiguration(
  { entityId, keys }: TrustAnchorEntity,
  context: FederationContext,
): Promise<Loaded> {
  const own = await configurationOf(entityId, context);
  if (!own.ok || keys === undefined) return own;
  return configurationOf(entityId, context, keys);
}

export interface FederationContext {
  readonly source: DocumentSource;
  readonly at: Date;
}

type Loaded =
  | { readonly ok: true; readonly statement: EntityStatement }
  /** `absent`: whoever was asked says that there is none. */
  | { readonly ok: false; readonly detail: string; readonly absent: boolean };

/**
 * Whether a federation has the issuer among its own.
 *
 * An issuer with a web address is an entity: its own configuration names its superiors (`authority_hints`), and each of them
 * states about the one below it which keys it has, up to the trust anchor; every configuration must be signed by a key that
 * the superior's statement lists. A DID serves no configuration: the trust anchor is asked about it directly, as registries
 * of the Digital Credentials Consortium are.
 *
 * `unknown` whenever something could not be had or does not hold, so that only an answer of the trust anchor, or a path that
 * ends elsewhere, says `not_listed`. Never rejects.
 *
 * @see OpenID Federation 1.0, sections 6.2, 8.1 and 10
 */
export async function askFederation(
  issuer: string,
  anchor: TrustAnchorEntity,
  context: FederationContext,
): Promise<FederationAnswer> {
  const top = await anchorConfiguration(anchor, context);
  if (!top.ok) return { outcome: 'unknown', detail: `the trust anchor cannot be relied on: ${top.detail}` };
  if (issuer.startsWith('did:')) return answerAboutDid(issuer, top.statement, context);
  if (!/^https:\/\//i.test(issuer))
    return { outcome: 'not_listed', detail: 'it is neither a DID nor an entity with a web address' };
  const leaf = await configurationOf(issuer, context);
  if (!leaf.ok)
    return { outcome: leaf.absent ? 'not_listed' : 'unknown', detail: `its entity configuration: ${leaf.detail}` };
  return climb([leaf.statement], top.statement, context, []);
}

async function answerAboutDid(
  did: string,
  top: EntityStatement,
  context: FederationContext,
): Promise<FederationAnswer> {
  const about = await subordinate(did, top, context);
  if (!about.ok) return { outcome: about.absent ? 'not_listed' : 'unknown', detail: about.detail };
  return listedBy([about.statement], about.statement, top);
}

/**
 * One step up from the last of the configurations, through each superior it names until one leads to the trust anchor.
 *
 * @param path configurations from the issuer up, each proven by the one after it but the last
 * @param statements of superiors about the entities of the path but the last
 */
async function climb(
  path: readonly EntityStatement[],
  top: EntityStatement,
  context: FederationContext,
  statements: readonly EntityStatement[],
): Promise<FederationAnswer> {
  const below = path.at(-1) as EntityStatement;
  if (below.sub === top.sub) return listedBy([...path, ...statements], path[0] as EntityStatement, top);
  if (path.length > MOST_STEPS)
    return { outcome: 'unknown', detail: `no path of ${MOST_STEPS} steps to the trust anchor` };
  const failures: string[] = [];
  for (const hint of hintsOf(below, path)) {
    const superior = hint === top.sub ? ({ ok: true, statement: top } as const) : await configurationOf(hint, context);
    const about = superior.ok ? await subordinate(below.sub, superior.statement, context) : superior;
    if (!about.ok || !superior.ok) {
      if (!about.ok && !about.absent) failures.push(about.detail);
      continue;
    }
    const fault = await faultOf(about.statement, below, path, context);
    if (fault !== undefined) failures.push(fault);
    else {
      const found = await climb([...path, superior.statement], top, context, [...statements, about.statement]);
      if (found.outcome === 'listed') return found;
      if (found.outcome === 'unknown') failures.push(found.detail);
    }
  }
  return failures.length > 0
    ? { outcome: 'unknown', detail: failures.slice(0, 3).join('; ') }
    : { outcome: 'not_listed', detail: 'no superior that it names leads to the trust anchor' };
}

/** Superiors to try: web addresses that are not on the path already. */
function hintsOf({ claims }: EntityStatement, path: readonly EntityStatement[]): string[] {
  const hints: unknown = claims.authority_hints;
  const urls = (Array.isArray(hints) ? hints : []).filter(
    (hint) => typeof hint === 'string' && /^https:\/\//i.test(hint),
  );
  return [...new Set(urls as string[])].filter((hint) => path.every(({ sub }) => sub !== hint)).slice(0, MOST_HINTS);
}

/** Whether a superior's statement bears the entity below it: keys must match, and its limits must be kept. */
async function faultOf(
  about: EntityStatement,
  below: EntityStatement,
  path: readonly EntityStatement[],
  context: FederationContext,
): Promise<string | undefined> {
  const again = await configurationOf(below.sub, context, about.keys);
  if (!again.ok) return `${quoted(about.iss)} does not list the key of ${quoted(below.sub)}: ${again.detail}`;
  // What it stated about the entity below it must be signed by one of these keys too, not only by one that it shows itself.
  const previous = path.at(-2);
  if (previous !== undefined) {
    const borne = await subordinate(previous.sub, { ...below, keys: about.keys }, context);
    if (!borne.ok) return borne.detail;
  }
  const { constraints } = about.claims;
  if (constraints === undefined) return undefined;
  if (!isObject(constraints)) return 'constraints of a statement are no object';
  const { max_path_length: most, naming_constraints: names } = constraints;
  // Intermediates between whoever set the limit and the issuer.
  if (most !== undefined && !(typeof most === 'number' && path.length - 1 <= most))
    return `the path below ${quoted(about.sub)} is longer than ${quoted(about.iss)} allows`;
  return names === undefined ? undefined : 'naming constraints are not understood here';
}

function listedBy(relied: readonly EntityStatement[], leaf: EntityStatement, top: EntityStatement): FederationAnswer {
  const { metadata } = leaf.claims;
  if (leaf.sub.startsWith('did:') && !isObject(metadata))
    return { outcome: 'unknown', detail: 'the statement about it has no metadata' };
  const federation: unknown = isObject(metadata) ? metadata.federation_entity : undefined;
  const {
    organization_name: name,
    organization_uri: uri,
    homepage_uri: home,
  }: JsonObject = isObject(federation) ? federation : {};
  const [stated, url] = [textOfValue(name), textOfValue(uri) ?? textOfValue(home)];
  const expires = new Date(Math.min(...[...relied, top].map((one) => one.expires.getTime())));
  const detail = `found below the trust anchor ${quoted(top.sub)}`;
  return {
    outcome: 'listed',
    ...(stated !== undefined && { name: stated }),
    ...(url !== undefined && { url }),
    expires,
    detail,
  };
}

function configurationOf(
  entityId: string,
  context: FederationContext,
  keys: StatementWish['keys'] = 'own',
): Promise<Loaded> {
  const url = `${entityId.replace(/\/+$/, '')}/.well-known/openid-federation`;
  return load(url, { iss: entityId, sub: entityId, at: context.at, keys }, context);
}

/** What a superior states about an entity, by its fetch endpoint (section 8.1). */
async function subordinate(sub: string, superior: EntityStatement, context: FederationContext): Promise<Loaded> {
  const { metadata } = superior.claims;
  const federation: unknown = isObject(metadata) ? metadata.federation_entity : undefined;
  const endpoint: unknown = isObject(federation) ? federation.federation_fetch_endpoint : undefined;
  if (typeof endpoint !== 'string' || !URL.canParse(endpoint))
    return { ok: false, detail: `${quoted(superior.sub)} has no fetch endpoint`, absent: false };
  const url = new URL(endpoint);
  url.searchParams.set('sub', sub);
  return load(url.href, { iss: superior.sub, sub, at: context.at, keys: superior.keys }, context);
}

async function load(url: string, wish: StatementWish, { source }: FederationContext): Promise<Loaded> {
  const loaded = await source.load(url, { accept: ACCEPT, maxBytes: MAX_BYTES });
  if (!loaded.ok) return { ok: false, detail: loaded.detail, absent: loaded.status === 404 || loaded.status === 410 };
  const reading = readStatement(loaded.body, wish);
  return reading.ok ? reading : { ok: false, detail: `${quoted(url)}: ${reading.detail}`, absent: false };
}
