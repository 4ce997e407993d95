const hidden = '***';

/** Host, port and database of a connection URL; never its user, password or options. */
export function addressOf(url: string): string {
  if (!URL.canParse(url)) return 'an unreadable address';
  const { host, pathname } = new URL(url);
  return `${host || 'localhost'}${pathname === '/' ? '' : pathname}`;
}

/**
 * The text with every secret of the URL blotted out, written as in the URL or decoded. Drivers quote what they were
 * given in some of their errors.
 */
export function withoutSecrets(text: string, url: string): string {
  if (!URL.canParse(url)) return text.split(url).join(hidden);
  const parsed = new URL(url);
  const inQuery = [...parsed.searchParams]
    .filter(([name]) => /pass|secret|token|key/i.test(name))
    .map(([, value]) => value);
  const secrets = [url, parsed.href, parsed.password, decoded(parsed.password), ...inQuery].filter(
    (secret) => secret !== '',
  );
  return secrets.sort((a, b) => b.length - a.length).reduce((rest, secret) => rest.split(secret).join(hidden), text);
}

function decoded(component: string): string {
  try {
    return decodeURIComponent(component);
  } catch {
    return component;
  }
}
