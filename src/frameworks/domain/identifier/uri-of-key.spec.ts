import { canonicalKey } from './canonical-identifier.js';
import { canonicalReference } from './identifier.js';
import { uriOfKey } from './uri-of-key.js';

describe('uriOfKey', () => {
  it.each([
    'uri:urn:credence:framework:metal-skills:weld',
    'uri:https://skills.example.org/safe-welding',
    'esco:skill/326809fc-238d-40c2-881e-40042f7f2f0d',
    'esco:occupation/326809fc-238d-40c2-881e-40042f7f2f0d',
    'esco-group:S5.6.1',
    'esco-group:isced-f/0611',
    'isco:7121',
    'case:326809fc-238d-40c2-881e-40042f7f2f0d',
    'ctid:ce-326809fc-238d-40c2-881e-40042f7f2f0d',
    'lightcast:KS1254M6N7QPZ96MGR0L',
    'onet:2.A.1.a',
    'onet-occupation:11-1011.00',
  ])('gives what means the same when it is read: %s', (key) => {
    const read = canonicalReference(uriOfKey(key));
    expect(read === undefined ? undefined : canonicalKey(read)).toBe(key);
  });

  it('names what has no address anywhere by its key', () => {
    expect(uriOfKey('code:metal skills/weld')).toBe('urn:credence:key:code%3Ametal%20skills%2Fweld');
    expect(uriOfKey('no key')).toBe('urn:credence:key:no%20key');
  });
});
