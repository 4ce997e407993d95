import type { Egress, OutgoingRequest, SendResult } from '../../platform/egress/index.js';
import { VendorAccessTokens } from './vendor-access-tokens.js';

const address = 'https://hr.example/token';

/** A system that gives out the same text to everybody; as the egress does, it reads no more bytes than are asked for. */
function systemThatGives(text: string) {
  const asked: string[] = [];
  const egress = {
    send(_url: string, { headers, maxBytes = Infinity }: OutgoingRequest): Promise<SendResult> {
      const [, given = ''] = headers?.authorization?.split(' ') ?? [];
      asked.push(Buffer.from(given, 'base64').toString());
      const body = Buffer.from(text);
      const read = { body: body.subarray(0, maxBytes), complete: body.length <= maxBytes };
      return Promise.resolve({ ok: true, answer: { status: 200, headers: {}, ...read } });
    },
  };
  return { tokens: new VendorAccessTokens(egress as unknown as Egress), asked };
}

const answerWith = (token: string): string => JSON.stringify({ access_token: token, expires_in: 3_600 });

describe('VendorAccessTokens', () => {
  it('takes a token of 8,192 letters, and none that is longer', async () => {
    const longest = 'a'.repeat(8_192);
    expect(await systemThatGives(answerWith(longest)).tokens.of(address, 'id:secret')).toBe(longest);
    await expect(systemThatGives(answerWith(`${longest}a`)).tokens.of(address, 'id:secret')).rejects.toThrow(
      'no token that can be used',
    );
  });

  it('reads 64 KiB of an answer, and takes none that goes on', async () => {
    const short = answerWith('token');
    const filled = short.padEnd(64 * 1_024, ' ');
    expect(await systemThatGives(filled).tokens.of(address, 'id:secret')).toBe('token');
    await expect(systemThatGives(`${filled} `).tokens.of(address, 'id:secret')).rejects.toThrow('gave no token');
  });

  it('keeps the tokens of a thousand clients; the oldest makes room', async () => {
    const { tokens, asked } = systemThatGives(answerWith('token'));
    for (let client = 0; client < 1_000; client += 1) await tokens.of(address, `${client}:secret`);
    await tokens.of(address, '0:secret');
    expect(asked).toHaveLength(1_000);
    await tokens.of(address, 'one-more:secret');
    await tokens.of(address, '1:secret');
    expect(asked).toHaveLength(1_001);
    await tokens.of(address, '0:secret');
    expect(asked.at(-1)).toBe('0:secret');
    expect(asked).toHaveLength(1_002);
  });
});
