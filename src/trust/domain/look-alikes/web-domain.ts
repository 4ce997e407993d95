import { domainToUnicode } from 'node:url';

/** A host name, taken apart. */
export interface WebDomain {
  /** All of it, in Unicode and small letters. */
  readonly host: string;
  /** What its owner registered: the label before the suffix, and that with the suffix. */
  readonly label: string;
  readonly registrable: string;
}

/** Second labels below country codes under which names are registered, as in `ac.uk`. */
const SECOND_LEVEL = new Set('ac co com edu gob gouv gov go k12 mil ne net or org sch'.split(' '));

/** Hosts below which anybody has a name of their own. */
const PLATFORMS = new Set(
  (
    'github.io gitlab.io netlify.app vercel.app pages.dev workers.dev web.app firebaseapp.com herokuapp.com ' +
    'azurewebsites.net cloudfront.net onrender.com fly.dev blogspot.com wordpress.com wixsite.com amazonaws.com'
  ).split(' '),
);

/**
 * The web domain that an issuer's id stands on: that of a `did:web` or of a web address. Punycode is decoded. The suffix is
 * told by a short list of rules and not by all registries of the world.
 *
 * @returns undefined for other ids, addresses and names without a suffix
 */
export function webDomainOf(identifier: string): WebDomain | undefined {
  const host = hostIn(identifier)?.replace(/\.$/, '') ?? '';
  const labels = host.split('.');
  if (host === '' || labels.length < 2 || labels.some((label) => label === '') || /^[\d.]+$|[:[]/.test(host))
    return undefined;
  const below = PLATFORMS.has(labels.slice(-2).join('.')) || isSecondLevel(labels) ? 3 : 2;
  const registrable = labels.slice(-below);
  return { host, label: registrable[0] ?? '', registrable: registrable.join('.') };
}

function isSecondLevel(labels: readonly string[]): boolean {
  const [second = '', top = ''] = labels.slice(-2);
  return labels.length > 2 && top.length === 2 && SECOND_LEVEL.has(second);
}

function hostIn(identifier: string): string | undefined {
  const did = /^did:web:([^:/?#]+)/.exec(identifier)?.[1];
  const stated = did === undefined ? identifier : `https://${did.replace(/%3a/gi, ':')}`;
  if (!/^https?:\/\//i.test(stated) || !URL.canParse(stated)) return undefined;
  const { hostname } = new URL(stated);
  // An invalid punycode label gives an empty text; then the name is compared as it stands.
  return (domainToUnicode(hostname) || hostname).toLowerCase();
}
