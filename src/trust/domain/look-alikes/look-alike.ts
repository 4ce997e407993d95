import { plainKey, skeleton } from './confusables.js';
import { isNear, nearKeys } from './near-labels.js';
import { type WebDomain, webDomainOf } from './web-domain.js';

/** An issuer as it looks: what it is called, and where it is on the web. */
export interface Appearance {
  readonly identifier: string;
  readonly name: string | null;
  /** A web address beside the identifier, as registries give it. */
  readonly url?: string | null;
}

/**
 * - `same-name`: another issuer has this very name, in other case or punctuation at most
 * - `confusable-name`: the names read alike, but are written with other letters or digits
 * - `confusable-domain`: so are the domains
 * - `near-domain`: the domains differ in one letter left out, put in, taken for another or moved by one place
 * - `embedded-domain`: the other's whole domain stands inside this one
 */
export type LookAlikeCode = 'same-name' | 'confusable-name' | 'confusable-domain' | 'near-domain' | 'embedded-domain';

const SHORTEST_NAME = 4;

/** Keys of which two issuers share one whenever they may look alike; what is found by them is to be compared. */
export function lookKeys({ identifier, name, url }: Appearance): string[] {
  const domains = [identifier, url ?? ''].flatMap((text) => webDomainOf(text) ?? []);
  const keys = [
    ...(name === null || plainKey(name).length < SHORTEST_NAME ? [] : [`n ${skeleton(name)}`]),
    ...domains.flatMap(({ host, label, registrable }) => [
      ...[`d ${skeleton(label)}`, `h ${registrable}`],
      ...nearKeys(label).map((key) => `e ${key}`),
      ...embeddable({ host, label, registrable }).map((inside) => `h ${inside}`),
    ]),
  ];
  return [...new Set(keys)];
}

/** Whether somebody could take one issuer for another, and by what; nothing for two of one owner's domain. */
export function lookAlikesOf(one: Appearance, other: Appearance): LookAlikeCode[] {
  const own = webDomainOf(one.identifier);
  const theirs = [other.identifier, other.url ?? ''].flatMap((text) => webDomainOf(text) ?? []);
  if (own !== undefined && theirs.some(({ registrable }) => registrable === own.registrable)) return [];
  const ofDomain =
    own === undefined ? [] : theirs.map((it) => domainCode(own, it)).filter((code) => code !== undefined);
  return [...new Set([nameCode(one.name, other.name), ...ofDomain])].filter((code) => code !== undefined);
}

function nameCode(one: string | null, other: string | null): LookAlikeCode | undefined {
  if (one === null || other === null || plainKey(one).length < SHORTEST_NAME) return undefined;
  if (plainKey(one) === plainKey(other)) return 'same-name';
  return skeleton(one) === skeleton(other) ? 'confusable-name' : undefined;
}

function domainCode(own: WebDomain, other: WebDomain): LookAlikeCode | undefined {
  if (embeddable(own).includes(other.registrable)) return 'embedded-domain';
  if (own.label !== other.label && skeleton(own.label) === skeleton(other.label)) return 'confusable-domain';
  return isNear(own.label, other.label) ? 'near-domain' : undefined;
}

/** Runs of labels below a domain that could be another's domain, such as `college.edu` of `college.edu.badges.example`. */
function embeddable({ host, registrable }: WebDomain): string[] {
  const labels = host
    .slice(0, -registrable.length - 1)
    .split('.')
    .slice(0, 12);
  return labels.flatMap((_label, from) =>
    [2, 3].flatMap((count) => (from + count <= labels.length ? [labels.slice(from, from + count).join('.')] : [])),
  );
}
