import { gzipSync } from 'node:zlib';
import type { JsonObject } from './json.js';
import { aBadge } from './testing/badge.js';
import { InMemorySource } from './testing/in-memory-source.js';
import { didDocumentOf, didKeyIssuer, didWebIssuer } from './testing/issuer-key.js';
import { signEmbedded } from './testing/sign-embedded.js';
import { signJwt } from './testing/sign-jwt.js';
import { aStatusEntry, aStatusList, listUrl } from './testing/status-list.js';
import { verifyHere } from './testing/verify-here.js';
import type { VerificationReport } from './verify-credential.js';

const school = didKeyIssuer(1);
const registrar = didKeyIssuer(2);

const badgeWith = (status: unknown): Promise<JsonObject> =>
  signEmbedded(aBadge(school.controller, { credentialStatus: status }), school);

async function judgeWith(list: unknown, status: unknown = aStatusEntry('7')): Promise<VerificationReport> {
  return verifyHere(await badgeWith(status), { source: new InMemorySource().serve(listUrl, list) });
}

const signedList = (...args: Parameters<typeof aStatusList>): Promise<JsonObject> =>
  signEmbedded(aStatusList(...args), school);
const warnings = (report: VerificationReport): string[] =>
  report.checks.filter(({ outcome }) => outcome === 'warning').map(({ code }) => code);

const verified = { verdict: 'verified', reasons: ['valid'] };
const revoked = { verdict: 'failed', reasons: ['revoked'] };
const listInvalid = { verdict: 'unverifiable', reasons: ['status_list_invalid'] };
const unavailable = { verdict: 'unverifiable', reasons: ['status_unavailable'] };

describe('status of a credential', () => {
  it('is read from the bit at the index, the first bit being the left-most', async () => {
    const list = await signedList(school.controller, [7]);
    expect(await judgeWith(list)).toMatchObject(revoked);
    expect(await judgeWith(list, aStatusEntry('6'))).toMatchObject(verified);
    expect(await judgeWith(list, aStatusEntry('8'))).toMatchObject(verified);
    expect(await judgeWith(list, aStatusEntry(7))).toMatchObject(revoked);
    expect(await judgeWith(list, aStatusEntry('131071'))).toMatchObject(verified);
  });

  it('is read from a list that is a JWT, and from one without the multibase letter', async () => {
    const plain = gzipSync(Buffer.concat([Buffer.from([1]), Buffer.alloc(16_383)])).toString('base64url');
    const list = aStatusList(school.controller, [], { encodedList: plain });
    expect(await judgeWith(signJwt(list, school))).toMatchObject(revoked);
  });

  it('is revoked and expired when it is both', async () => {
    const badge = await signEmbedded(
      aBadge(school.controller, { credentialStatus: aStatusEntry('7'), validUntil: '2026-02-01T00:00:00Z' }),
      school,
    );
    const source = new InMemorySource().serve(listUrl, await signedList(school.controller, [7]));
    expect(await verifyHere(badge, { source })).toMatchObject({ verdict: 'failed', reasons: ['revoked', 'expired'] });
  });

  it('is suspended by a list for that purpose', async () => {
    const list = await signedList(school.controller, [7], { purpose: 'suspension' });
    const entry = aStatusEntry('7', { statusPurpose: 'suspension' });
    expect(await judgeWith(list, entry)).toMatchObject({ verdict: 'failed', reasons: ['suspended'] });
  });

  it('is a remark when the list is for something else than taking back', async () => {
    const list = await signedList(school.controller, [7], { purpose: 'refresh' });
    const report = await judgeWith(list, aStatusEntry('7', { statusPurpose: 'refresh' }));
    expect(report).toMatchObject(verified);
    expect(warnings(report)).toEqual(['refresh-announced']);
    const other = await signedList(school.controller, [7], { purpose: 'ext:archived' });
    const archived = await judgeWith(other, aStatusEntry('7', { statusPurpose: 'ext:archived' }));
    expect(archived).toMatchObject(verified);
    expect(warnings(archived)).toEqual(['status-set']);
  });

  it('shows the message of the issuer, which is a remark', async () => {
    // Two bits each: index 3 is the bits 6 and 7, so bit 7 alone is the value 1.
    const list = await signedList(school.controller, [7], { purpose: 'message' });
    const statusMessage = [
      { status: '0x0', message: 'in order' },
      { status: '0x1', message: 'under review' },
    ];
    const entry = (index: string) => aStatusEntry(index, { statusPurpose: 'message', statusSize: 2, statusMessage });
    const report = await judgeWith(list, entry('3'));
    expect(report).toMatchObject(verified);
    expect(warnings(report)).toEqual(['message']);
    expect(report.checks.find(({ code }) => code === 'message')?.detail).toContain(
      'value 1 for it, which means "under review"',
    );
    const calm = await judgeWith(list, entry('2'));
    expect(calm.checks.find(({ code }) => code === 'not-set')?.detail).toContain('"in order"');
    const silent = await judgeWith(
      list,
      aStatusEntry('3', { statusPurpose: 'message', statusSize: 2, statusMessage: 7 }),
    );
    expect(warnings(silent)).toEqual(['message-unknown']);
  });

  it('looks for the message among the first 1,000', async () => {
    const list = await signedList(school.controller, [7], { purpose: 'message' });
    const others = (count: number) => Array.from({ length: count }, () => ({ status: '0x0', message: 'in order' }));
    const judged = (before: number) =>
      judgeWith(
        list,
        aStatusEntry('3', {
          ...{ statusPurpose: 'message', statusSize: 2 },
          statusMessage: [...others(before), { status: '0x1', message: 'under review' }],
        }),
      );
    expect(warnings(await judged(999))).toEqual(['message']);
    expect(warnings(await judged(1_000))).toEqual(['message-unknown']);
  });

  it('counts every entry, not only the first', async () => {
    const suspension = 'https://status.example/lists/2';
    const source = new InMemorySource()
      .serve(listUrl, await signedList(school.controller, []))
      .serve(suspension, await signedList(school.controller, [3], { purpose: 'suspension' }));
    const second = aStatusEntry('3', { statusPurpose: 'suspension', statusListCredential: suspension });
    const report = await verifyHere(await badgeWith([aStatusEntry('7'), { ...second, id: 'urn:x:2' }]), { source });
    expect(report.reasons).toEqual(['suspended']);
    expect(report.checks.filter(({ id }) => id === 'status').map(({ subject }) => subject)).toEqual([
      'status/0',
      'status/1',
    ]);
    expect(source.asked).toEqual([listUrl, suspension]);
  });

  it('reads statuses of several bits', async () => {
    // Bits 14 and 15 are the status at index 7 when each takes two.
    const list = await signedList(school.controller, [15]);
    const entry = (index: string) => aStatusEntry(index, { statusSize: 2 });
    expect(await judgeWith(list, entry('7'))).toMatchObject(revoked);
    expect(await judgeWith(list, entry('6'))).toMatchObject(verified);
    // 131,072 bits hold 65,536 of them.
    expect(await judgeWith(list, entry('65535'))).toMatchObject(verified);
    expect(await judgeWith(list, entry('65536'))).toMatchObject(listInvalid);
    for (const statusSize of [0, -1, 33, 1.5, 'two'])
      expect(await judgeWith(list, aStatusEntry('7', { statusSize }))).not.toMatchObject(verified);
  });

  it.each(['-1', '1.0', '07', '1e3', ' 7', '', '0x7', 1.5, -1, 1.5e300, true, null, ['7'], '99999999999999999999'])(
    'is not read at the index %j',
    async (index) => {
      const badge = signJwt(aBadge(school.controller, { credentialStatus: aStatusEntry(index) }), school);
      const source = new InMemorySource().serve(listUrl, await signedList(school.controller, []));
      expect(await verifyHere(badge, { source })).toMatchObject({ ...listInvalid, retryable: false });
    },
  );

  describe('with a list that cannot be used', () => {
    const later = { validFrom: '2026-06-01T12:00:00.001Z' };
    const earlier = { validUntil: '2026-06-01T12:00:00Z' };
    it.each<[string, () => Promise<unknown>]>([
      ['too short for the index', () => signedList(school.controller, [], { bits: 8 })],
      ['for another purpose', () => signedList(school.controller, [], { purpose: 'suspension' })],
      ['that is not valid yet', () => signedList(school.controller, [], { overrides: later })],
      ['that is no longer valid', () => signedList(school.controller, [], { overrides: earlier })],
      [
        'that was changed',
        async () => ({ ...(await signedList(school.controller, [])), validFrom: '2026-01-02T00:00:00Z' }),
      ],
      ['that is not signed', async () => aStatusList(school.controller, [])],
      ['signed by another than it says', () => signEmbedded(aStatusList(school.controller, []), registrar)],
      ['that is no list', () => signEmbedded(aBadge(school.controller), school)],
      ['whose bits are no gzip', () => signedList(school.controller, [], { encodedList: 'uAAAA' })],
      ['whose bits are not base64url', () => signedList(school.controller, [], { encodedList: 'z!!' })],
      [
        'that is a bomb',
        () =>
          signedList(school.controller, [], {
            encodedList: `u${gzipSync(Buffer.alloc(17 * 1024 * 1024)).toString('base64url')}`,
          }),
      ],
      ['that is HTML', async () => '<html></html>'],
      ['that is empty', async () => ''],
    ])('%s is unverifiable', async (name, list) => {
      const entry = name.startsWith('too short') ? aStatusEntry('8') : aStatusEntry('7');
      expect(await judgeWith(await list(), entry)).toMatchObject(listInvalid);
    });
  });

  it('is unknown when the list cannot be reached, and worth another try', async () => {
    const report = await verifyHere(await badgeWith(aStatusEntry('7')));
    expect(report).toMatchObject({ ...unavailable, retryable: true, issuerIdentity: 'proven' });
    expect(report.checks.find(({ id }) => id === 'status')?.detail).toContain(listUrl);
  });

  it('is unknown when the key of the list cannot be reached', async () => {
    const web = didWebIssuer(4, 'did:web:status.example');
    const list = await signEmbedded(aStatusList(web.controller, []), web);
    expect(await judgeWith(list)).toMatchObject({ ...unavailable, retryable: true });
    const source = new InMemorySource()
      .serve(listUrl, list)
      .serve('https://status.example/.well-known/did.json', didDocumentOf(web));
    const report = await verifyHere(await badgeWith(aStatusEntry('7')), { source });
    expect(report).toMatchObject(verified);
    expect(warnings(report)).toEqual(['other-list-issuer']);
  });

  it('warns of a list with fewer bits than the standard asks for', async () => {
    const report = await judgeWith(await signedList(school.controller, [], { bits: 100_000 }));
    expect(report).toMatchObject(verified);
    expect(warnings(report)).toEqual(['short-list']);
  });

  it('is unknown for a kind of status that nobody here reads', async () => {
    const token = signJwt(
      aBadge(school.controller, { credentialStatus: { id: listUrl, type: 'OtherStatus' } }),
      school,
    );
    expect(await verifyHere(token)).toMatchObject({ ...unavailable, retryable: false });
  });

  it('reads at most eight entries and says that there are more', async () => {
    const entries = Array.from({ length: 30 }, (_, index) => aStatusEntry(String(index), { id: `urn:x:${index}` }));
    const report = await judgeWith(await signedList(school.controller, []), entries);
    expect(report).toMatchObject(unavailable);
    expect(report.checks.filter(({ id, outcome }) => id === 'status' && outcome === 'pass')).toHaveLength(8);
  });

  it('is not asked for when the signature does not hold', async () => {
    const badge = { ...(await badgeWith(aStatusEntry('7'))), name: 'x' };
    const source = new InMemorySource().serve(listUrl, await signedList(school.controller, [7]));
    expect(await verifyHere(badge, { source })).toMatchObject({ reasons: ['invalid_signature'] });
    expect(source.asked).toEqual([]);
  });

  it('does not follow the status of a list', async () => {
    const list = await signedList(school.controller, [], { overrides: { credentialStatus: aStatusEntry('7') } });
    const source = new InMemorySource().serve(listUrl, list);
    expect(await verifyHere(await badgeWith(aStatusEntry('7')), { source })).toMatchObject(verified);
    expect(source.asked).toEqual([listUrl]);
  });

  describe('by a revocation list of 1EdTech', () => {
    const entry = { id: 'https://school.example/revoked', type: '1EdTechRevocationList' };
    const contexts = [
      ...(aBadge('x')['@context'] as string[]),
      'https://purl.imsglobal.org/spec/ob/v3p0/extensions.json',
    ];
    const id = aBadge('x').id;
    const judge = async (list: unknown, status: JsonObject = entry): Promise<VerificationReport> => {
      const badge = aBadge(school.controller, { '@context': contexts, credentialStatus: status });
      const source = list === undefined ? new InMemorySource() : new InMemorySource().serve(String(status.id), list);
      return verifyHere(await signEmbedded(badge, school), { source });
    };
    const listOf = (...revokedCredential: unknown[]) => ({ issuer: school.controller, revokedCredential });

    it.each<[string, unknown, object]>([
      ['names it', listOf({ id, revoked: true }), revoked],
      ['names it without more', listOf({ id }), revoked],
      ['names it as not revoked', listOf({ id, revoked: false }), verified],
      ['names others', listOf({ id: 'urn:uuid:1', revoked: true }), verified],
      ['is another issuer’s', { ...listOf(), issuer: 'did:example:x' }, listInvalid],
      ['has no list', { issuer: school.controller }, listInvalid],
      ['is no JSON', '<html>', listInvalid],
      ['cannot be reached', undefined, unavailable],
    ])('that %s', async (_name, list, expected) => {
      expect(await judge(list)).toMatchObject(expected);
    });

    it('only over https', async () => {
      expect(await judge(listOf(), { ...entry, id: 'http://school.example/revoked' })).toMatchObject(listInvalid);
    });
  });
});
