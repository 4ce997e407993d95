import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { clrContexts } from './clr-contexts.js';

const recorded = join('..', 'shared', 'credentials', 'contexts');
const isThere = existsSync(recorded);
const files: Readonly<Record<string, string>> = {
  'https://purl.imsglobal.org/spec/clr/v2p0/context.json': 'clr-v2p0.json',
  'https://purl.imsglobal.org/spec/clr/v2p0/context-2.0.1.json': 'clr-v2p0-2.0.1.json',
};

if (!isThere) it.skip('recorded contexts: the folder ../shared/credentials is absent', () => undefined);

(isThere ? describe : describe.skip)('contexts of CLR, as recorded', () => {
  it.each(Object.entries(files))('%s says what the published one says', (url, file) => {
    expect(clrContexts.get(url)).toEqual(JSON.parse(readFileSync(join(recorded, file), 'utf8')));
  });
});

it('the later edition has two more terms and no other type', () => {
  const [first, later] = [...clrContexts.values()] as [Edition, Edition];
  expect(Object.keys(later['@context'])).toEqual(Object.keys(first['@context']));
  expect(JSON.stringify(first)).not.toMatch(/partial|identifier-1/);
  expect(JSON.stringify(later)).toMatch(/partial.*identifier-1/);
});

type Edition = { '@context': Record<string, object> };
