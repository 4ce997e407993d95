import { CannotUnseal, SecretBox } from './secret-box.js';

const key = (byte: number): Buffer => Buffer.alloc(32, byte);
const box = new SecretBox([key(1)]);

describe('SecretBox', () => {
  it('gives back what was sealed, and each time seals it differently', () => {
    const [one, two] = [box.seal('schlüssel', 'connection/1'), box.seal('schlüssel', 'connection/1')];
    expect(one).not.toBe(two);
    expect(one).not.toContain('schl');
    expect([one, two].map((sealed) => box.unseal(sealed, 'connection/1'))).toEqual(['schlüssel', 'schlüssel']);
  });

  it('unseals with an older key, and seals with the newest', () => {
    const sealed = box.seal('x', 'p');
    const both = new SecretBox([key(2), key(1)]);
    expect(both.unseal(sealed, 'p')).toBe('x');
    expect(() => box.unseal(both.seal('x', 'p'), 'p')).toThrow(CannotUnseal);
  });

  it.each([
    ['moved to another place', (sealed: string) => box.unseal(sealed, 'connection/2')],
    ['without its key', (sealed: string) => new SecretBox([key(2)]).unseal(sealed, 'connection/1')],
    ['without any key', (sealed: string) => new SecretBox([]).unseal(sealed, 'connection/1')],
    ['cut short', (sealed: string) => box.unseal(sealed.slice(0, -30), 'connection/1')],
    [
      'with its first byte changed',
      (sealed: string) =>
        box.unseal(
          sealed.replace(/:(.)([^:]*)$/, (_m, c: string, rest: string) => `:${c === 'A' ? 'B' : 'A'}${rest}`),
          'connection/1',
        ),
    ],
  ])('refuses a text that was %s', (_name, unseal) => {
    expect(() => unseal(box.seal('a-secret', 'connection/1'))).toThrow(CannotUnseal);
  });

  it('keeps texts open without a key, and reads them with one', () => {
    const open = new SecretBox([]);
    for (const text of ['plain', 'sealed:v1:not really', 'open:x']) {
      expect(open.unseal(open.seal(text, 'p'), 'p')).toBe(text);
      expect(box.unseal(open.seal(text, 'p'), 'p')).toBe(text);
      expect(box.unseal(box.seal(text, 'p'), 'p')).toBe(text);
    }
    expect(open.seal('plain', 'p')).toBe('plain');
  });
});
