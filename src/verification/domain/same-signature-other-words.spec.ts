import type { JsonObject } from './json.js';
import { canonicalForm } from './json-ld/canonical-form.js';
import { aBadge, anOlderBadge } from './testing/badge.js';
import { InMemorySource } from './testing/in-memory-source.js';
import { didKeyIssuer } from './testing/issuer-key.js';
import { signEmbedded } from './testing/sign-embedded.js';
import { aStatusEntry, aStatusList, listUrl } from './testing/status-list.js';
import { verifyHere } from './testing/verify-here.js';

const school = didKeyIssuer(1);
const credentialsV1 = 'https://www.w3.org/2018/credentials#';
const xsdDateTime = 'http://www.w3.org/2001/XMLSchema#dateTime';
const past = '2026-02-01T00:00:00Z';

/** A signed badge, changed by somebody else so that the signed statements stay the same and the JSON does not. */
async function rewritten(badge: JsonObject, rewrite: (signed: JsonObject) => JsonObject): Promise<JsonObject> {
  return rewrite(await signEmbedded(badge, school));
}

/** What a signature would cover: equal for two documents, the signature of one holds for the other. */
const statementsOf = ({ proof: _proof, ...document }: JsonObject) => canonicalForm(document);

const without = (object: JsonObject, ...names: string[]): JsonObject =>
  Object.fromEntries(Object.entries(object).filter(([name]) => !names.includes(name)));

describe('a credential that says the same in other words', () => {
  const expired = aBadge(school.controller, { validUntil: past });
  const withStatus = aBadge(school.controller, { credentialStatus: aStatusEntry('7') });
  const sameId = { id: expired.id, type: ['VerifiableCredential', 'OpenBadgeCredential'] };

  it.each<[string, JsonObject, (signed: JsonObject) => JsonObject]>([
    [
      'the end under its full IRI',
      expired,
      (it) => ({
        ...without(it, 'validUntil'),
        [`${credentialsV1}validUntil`]: { '@type': xsdDateTime, '@value': past },
      }),
    ],
    ['the end as a value object', expired, (it) => ({ ...it, validUntil: { '@type': xsdDateTime, '@value': past } })],
    ['the end in a list', expired, (it) => ({ ...it, validUntil: [past] })],
    [
      'the end in a set',
      expired,
      (it) => ({ ...it, validUntil: { '@set': [{ '@type': xsdDateTime, '@value': past }] } }),
    ],
    [
      'the end in an included node',
      expired,
      (it) => ({ ...without(it, 'validUntil'), '@included': [{ ...sameId, validUntil: past }] }),
    ],
    [
      'the end under another word',
      expired,
      (it) => ({
        ...without(it, 'validUntil'),
        '@context': [
          ...(it['@context'] as string[]),
          { ends: { '@id': `${credentialsV1}validUntil`, '@type': xsdDateTime } },
        ],
        ends: past,
      }),
    ],
    [
      'the end under a word behind a prefix',
      expired,
      (it) => ({
        ...without(it, 'validUntil'),
        '@context': [
          ...(it['@context'] as string[]),
          { c: credentialsV1, ends: { '@id': 'c:validUntil', '@type': xsdDateTime } },
        ],
        ends: past,
      }),
    ],
    [
      'the status under its full IRI',
      withStatus,
      (it) => ({ ...without(it, 'credentialStatus'), [`${credentialsV1}credentialStatus`]: it.credentialStatus }),
    ],
    ['the status in nested lists', withStatus, (it) => ({ ...it, credentialStatus: [[it.credentialStatus]] })],
    ['the id under its keyword', expired, (it) => ({ ...without(it, 'id'), '@id': it.id })],
  ])('is not verified with %s', async (_name, badge, rewrite) => {
    const source = new InMemorySource().serve(listUrl, await signEmbedded(aStatusList(school.controller, [7]), school));
    const document = await rewritten(badge, rewrite);
    expect(await statementsOf(document)).toEqual(await statementsOf(badge));
    const report = await verifyHere(document, { source });
    expect(report.verdict).not.toBe('verified');
  });

  it('is not verified with the end moved into a nested node of the same id', async () => {
    const refresh = { id: expired.id, type: '1EdTechCredentialRefresh' };
    const context = [...(expired['@context'] as string[]), 'https://purl.imsglobal.org/spec/ob/v3p0/extensions.json'];
    const badge = { ...expired, '@context': context, refreshService: refresh };
    const types = ['1EdTechCredentialRefresh', 'VerifiableCredential'];
    const moved = await rewritten(badge, (it) => ({
      ...without(it, 'validUntil'),
      refreshService: { ...refresh, type: types, validUntil: past },
    }));
    expect(await statementsOf(moved)).toEqual(await statementsOf(badge));
    expect((await verifyHere(moved)).verdict).not.toBe('verified');
  });

  it('is not supported with an inline context in a nested object', async () => {
    const badge = await signEmbedded(aBadge(school.controller), school);
    const subject = { ...(badge.credentialSubject as JsonObject), '@context': { x: 'https://x.example/' } };
    expect((await verifyHere({ ...badge, credentialSubject: subject })).verdict).toBe('unsupported');
  });

  it('is not verified when an inline context swaps two words', async () => {
    const swapped = await rewritten(anOlderBadge(school.controller), (it) => ({
      ...it,
      '@context': [...(it['@context'] as string[]), { name: 'https://schema.org/description' }],
    }));
    expect(await verifyHere(swapped)).toMatchObject({ verdict: 'failed', reasons: ['malformed'] });
  });

  it.each([
    { '@vocab': 'https://x.example/#' },
    { '@base': 'https://x.example/' },
    { '@language': 'en' },
    { a: { '@id': 'https://x.example/a', '@context': {} } },
    { a: '@id' },
    { a: { '@reverse': 'https://x.example/a' } },
    { https: 'https://x.example/' },
    { 'a:b': 'https://x.example/' },
    { a: null },
  ])('is not supported with the inline context %j', async (inline) => {
    const badge = await signEmbedded(aBadge(school.controller), school);
    const report = await verifyHere({ ...badge, '@context': [...(badge['@context'] as string[]), inline] });
    expect(report).toMatchObject({ verdict: 'unsupported', reasons: ['unsupported'] });
  });

  it('is verified with words of its own that no standard has', async () => {
    const inline = {
      shoeSize: 'https://school.example/words#shoeSize',
      cap: { '@id': 'urn:words:cap', '@type': xsdDateTime },
    };
    const badge = aBadge(school.controller);
    const signed = await signEmbedded(
      { ...badge, '@context': [...(badge['@context'] as string[]), inline], shoeSize: '43' },
      school,
    );
    expect((await verifyHere(signed)).verdict).toBe('verified');
    expect(await verifyHere({ ...signed, shoeSize: '44' })).toMatchObject({ reasons: ['invalid_signature'] });
  });

  it('is verified with single values as lists and texts with a language', async () => {
    const badge = await signEmbedded(
      aBadge(school.controller, { name: { '@value': 'لحام', '@language': 'ar', '@direction': 'rtl' } }),
      school,
    );
    const listed = { ...badge, credentialSubject: [badge.credentialSubject], proof: [badge.proof] };
    expect((await verifyHere(listed)).verdict).toBe('verified');
  });

  it('is not canonicalized with more objects than that takes a reasonable time', async () => {
    const evidence = Array.from({ length: 2_001 }, (_, index) => ({ type: ['Evidence'], name: String(index) }));
    const badge = await signEmbedded(aBadge(school.controller), school);
    const startedMs = performance.now();
    expect(await verifyHere({ ...badge, evidence })).toMatchObject({ verdict: 'unsupported' });
    expect(performance.now() - startedMs).toBeLessThan(5_000);
  });
});
