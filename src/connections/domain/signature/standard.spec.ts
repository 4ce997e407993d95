import { Webhook } from 'standardwebhooks';
import { judgeSignature } from './judge-signature.js';
import { SIGNATURE_SCHEMES } from './schemes.js';
import { keyOfSecret } from './signing-secret.js';

interface SignedHeaders {
  readonly id: string | undefined;
  readonly timestamp: string | undefined;
  readonly signature: string | undefined;
}

// Published test vector of the Standard Webhooks libraries.
const SECRET = 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw';
const PUBLISHED: SignedHeaders = {
  id: 'msg_p5jXN8AQM9LWM0D4loKWxJek',
  timestamp: '1614265330',
  signature: 'v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=',
};
const BODY = Buffer.from('{"test": 2432232314}');
const NOW = new Date(1_614_265_330_000);
const OTHER = 'whsec_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA';

const [scheme] = SIGNATURE_SCHEMES.standard;
const key = (secret: string) => keyOfSecret(secret, 'standard') ?? Buffer.alloc(0);
const judgeAt = (
  { id, timestamp, signature }: SignedHeaders,
  bytes: Buffer,
  secrets: readonly string[],
  clocks: readonly Date[],
) => {
  if (scheme === undefined) throw new Error('there is no scheme for standard');
  const headers = { 'webhook-id': id, 'webhook-timestamp': timestamp, 'webhook-signature': signature };
  return judgeSignature(scheme, { headers, bytes, json: undefined }, secrets.map(key), clocks).kind;
};
const judge = (headers: SignedHeaders, { body = BODY, secrets = [SECRET], now = NOW } = {}) =>
  judgeAt(headers, body, secrets, [now]);
/** Signed by an implementation that is not ours. */
const signed = (id: string, seconds: number, body = BODY.toString()): SignedHeaders => ({
  id,
  timestamp: String(seconds),
  signature: new Webhook(SECRET).sign(id, new Date(seconds * 1000), body),
});

describe('judgeSignature by Standard Webhooks', () => {
  it('finds the published vector valid', () => {
    expect(judge(PUBLISHED)).toBe('valid');
  });

  it('finds one right signature among several, and among several secrets', () => {
    const signature = `v1a,${'A'.repeat(86)}== v1,${'A'.repeat(43)}= ${PUBLISHED.signature} v2,x`;
    expect(judge({ ...PUBLISHED, signature }, { secrets: [OTHER, SECRET] })).toBe('valid');
  });

  it.each([
    ['300 seconds early', -300, 'valid'],
    ['300 seconds late', 300, 'valid'],
    ['301 seconds early', -301, 'out-of-tolerance'],
    ['301 seconds late', 301, 'out-of-tolerance'],
    ['in milliseconds', 1_614_265_330_000 - 1_614_265_330, 'out-of-tolerance'],
  ])('judges a right signature %s', (_name, offset, judgement) => {
    expect(judge(signed('m', 1_614_265_330 + offset))).toBe(judgement);
  });

  it('takes the time of any of its clocks', () => {
    const clocks = [new Date(0), NOW];
    expect(judgeAt(PUBLISHED, BODY, [SECRET], clocks)).toBe('valid');
  });

  it.each<[string, Partial<SignedHeaders>]>([
    ['no id', { id: undefined }],
    ['another id', { id: 'msg_other' }],
    ['no timestamp', { timestamp: undefined }],
    ['another timestamp', { timestamp: '1614265331' }],
    ['a timestamp with more behind it', { timestamp: '1614265330x' }],
    ['a negative timestamp', { timestamp: '-1614265330' }],
    ['NaN', { timestamp: 'NaN' }],
    ['two timestamps', { timestamp: '1614265330, 1614265330' }],
    ['no signature', { signature: undefined }],
    ['an empty signature', { signature: '' }],
    ['the digest without version', { signature: 'g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=' }],
    ['the digest under another version', { signature: 'v0,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=' }],
    ['a digest that is cut', { signature: 'v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE' }],
    ['hex instead of base64', { signature: `v1,${'ab'.repeat(32)}` }],
    ['a version without a digest', { signature: 'v1' }],
    ['a header that is far too long', { signature: `${PUBLISHED.signature} ${'x'.repeat(5000)}` }],
  ])('refuses %s', (_name, change) => {
    expect(judge({ ...PUBLISHED, ...change })).toBe('invalid');
  });

  it.each([
    ['with other blanks', '{"test":2432232314}'],
    ['with one byte more', '{"test": 2432232314}\n'],
    ['that is empty', ''],
  ])('refuses a body %s', (_name, body) => {
    expect(judge(PUBLISHED, { body: Buffer.from(body) })).toBe('invalid');
  });

  it('signs bytes, not text: two bodies that decode to the same text differ', () => {
    // Both decode to "\uFFFD" as UTF-8, so an implementation that decodes first takes one for the other.
    const headers = signed('m', 1_614_265_330, '\uFFFD');
    expect(judge(headers, { body: Buffer.from([0xef, 0xbf, 0xbd]) })).toBe('valid');
    expect(judge(headers, { body: Buffer.from([0xff]) })).toBe('invalid');
  });

  it('refuses the secret of another connection', () => {
    expect(judge(PUBLISHED, { secrets: [OTHER] })).toBe('invalid');
  });

  it('refuses an id that could not be kept, even well signed', () => {
    expect(judge(signed('m'.repeat(256), 1_614_265_330))).toBe('invalid');
    expect(judge(signed('m m', 1_614_265_330))).toBe('invalid');
  });
});
