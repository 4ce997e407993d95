import { parseCompactJws } from './compact-jws.js';

const part = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');

/** The header object that is read from a token with this header. */
function headerOf(header: object): object {
  const reading = parseCompactJws(`${part(header)}.${part({})}.AAAA`);
  if (!reading.ok) throw new Error(reading.detail);
  return reading.jws.header;
}

const isKept = (header: object): boolean => headerOf(header) === headerOf(header);

/** A header of so many letters in base64url, four for three bytes. */
const headerOfLetters = (letters: number): object => ({ a: 'x'.repeat((letters / 4) * 3 - '{"a":""}'.length) });

describe('headers of tokens', () => {
  it('are kept up to 1,024 letters, so that the tokens of one key share one', () => {
    expect(part(headerOfLetters(1_024))).toHaveLength(1_024);
    expect(isKept(headerOfLetters(1_024))).toBe(true);
    expect(isKept(headerOfLetters(1_028))).toBe(false);
  });

  it('are kept 512 at most: others take the place of one that was not met again', () => {
    const header = { alg: 'EdDSA', kid: 'first' };
    const kept = headerOf(header);
    for (let met = 0; met < 200; met += 1) headerOf({ alg: 'EdDSA', kid: `other-${met}` });
    expect(headerOf(header)).toBe(kept);
    for (let met = 0; met < 512; met += 1) headerOf({ alg: 'EdDSA', kid: `stranger-${met}` });
    expect(headerOf(header)).not.toBe(kept);
  });

  it('that are kept cannot be changed by whoever reads one', () => {
    const header = headerOf({ alg: 'EdDSA', crit: ['b64'] }) as { alg: string; crit: string[] };
    expect(() => (header.alg = 'none')).toThrow(TypeError);
    expect(() => header.crit.push('exp')).toThrow(TypeError);
  });
});
