import { originOf } from './web-origin.js';

/**
 * Hosts where anyone can publish under a path of their own, so that one origin says nothing about one owner.
 * Names cover their subdomains.
 */
const sharedHosts = [
  'githubusercontent.com',
  'github.com',
  'gitlab.com',
  'bitbucket.org',
  'codeberg.org',
  'jsdelivr.net',
  'unpkg.com',
  'esm.sh',
  'storage.googleapis.com',
  'drive.google.com',
  'docs.google.com',
  'sites.google.com',
  's3.amazonaws.com',
  'dropbox.com',
  'dropboxusercontent.com',
  'pastebin.com',
  'ipfs.io',
  'dweb.link',
  'archive.org',
  'w3id.org',
  'purl.org',
];

/**
 * Whether a key document speaks for an https issuer by its place alone: same origin, and on a shared host also in a
 * folder that holds the issuer's own page or lies below it.
 */
export function speaksFor(keyUrl: string, issuer: string): boolean {
  const origin = originOf(keyUrl);
  if (origin === undefined || origin !== originOf(issuer)) return false;
  const key = new URL(keyUrl);
  if (!isSharedHost(key.hostname)) return true;
  const folder = key.pathname.slice(0, key.pathname.lastIndexOf('/') + 1);
  const page = new URL(issuer).pathname;
  return folder !== '/' && (page.startsWith(folder) || key.pathname.startsWith(page.endsWith('/') ? page : `${page}/`));
}

/** Whether anyone can publish below this host name. */
export function isSharedHost(hostname: string): boolean {
  return sharedHosts.some((host) => hostname === host || hostname.endsWith(`.${host}`));
}
