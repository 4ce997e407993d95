import { dataModelOf } from '../data-model.js';
import type { JsonObject } from '../json.js';
import type { CredentialFormat } from '../reading/read-result.js';
import { aBadge, aSubject, anOlderBadge } from '../testing/badge.js';
import { verifyHere } from '../testing/verify-here.js';

const id = 'did:example:school';

/** Codes of what the shape check holds against a document, with the pointer of each. */
async function faultsOf(document: JsonObject): Promise<string[]> {
  const report = await verifyHere(document);
  return report.checks.filter((it) => it.id === 'shape' && it.outcome === 'fail').map((it) => it.subject ?? '');
}

const signedLike = { proof: { type: 'x' } };

describe('shapeCheck', () => {
  it.each([
    ['a badge of 2.0', aBadge(id)],
    ['a badge of 1.1', anOlderBadge(id)],
    [
      'an unsigned credential that says almost nothing',
      {
        '@context': ['https://www.w3.org/ns/credentials/v2'],
        type: ['VerifiableCredential'],
        credentialSubject: { id },
      },
    ],
    [
      'a context that is not in a list',
      aBadge(id, { '@context': 'https://www.w3.org/ns/credentials/v2', type: 'VerifiableCredential' }),
    ],
    [
      'dates with any zone',
      aBadge(id, { validFrom: '2023-02-25T19:10:39.5-06:00', validUntil: '2023-02-26T01:10:39.5Z' }),
    ],
    ['names with languages', aBadge(id, { name: [{ '@value': 'a', '@language': 'en' }, 'b'] })],
    ['several subjects', aBadge(id, { credentialSubject: [aSubject(), aSubject({ id: 'did:example:bob' })] })],
    ['an issuer of no stated type', aBadge(id, { issuer: { id } })],
    ['an unsigned badge whose issuer has yet to add its id', aBadge(id, { issuer: { type: ['Profile'], name: 'x' } })],
  ])('passes %s', async (_name, document) => {
    expect(await faultsOf(document)).toEqual([]);
  });

  it.each<[string, string, JsonObject]>([
    ['no context', '/@context', { '@context': undefined }],
    [
      'another first context',
      '/@context',
      { '@context': ['https://x.example/', 'https://www.w3.org/ns/credentials/v2'] },
    ],
    ['a context that is no URL', '/@context/1', { '@context': ['https://www.w3.org/ns/credentials/v2', 'https ://x'] }],
    ['a context that is null', '/@context/1', { '@context': ['https://www.w3.org/ns/credentials/v2', null] }],
    [
      'contexts of two models',
      '/@context/1',
      { '@context': ['https://www.w3.org/ns/credentials/v2', 'https://www.w3.org/2018/credentials/v1'] },
    ],
    ['no Open Badges context', '/@context', { '@context': ['https://www.w3.org/ns/credentials/v2'] }],
    ['no VerifiableCredential type', '/type', { type: ['OpenBadgeCredential'] }],
    ['a type that is no text', '/type', { type: ['VerifiableCredential', 'OpenBadgeCredential', 1] }],
    ['several ids', '/id', { id: ['urn:a:1', 'urn:a:2'] }],
    ['an id that is no URL', '/id', { id: 'badge 1' }],
    ['a null id', '/id', { id: null }],
    ['no issuer', '/issuer', { issuer: undefined, ...signedLike }],
    ['a null issuer', '/issuer', { issuer: null }],
    ['an issuer without id', '/issuer/id', { issuer: { type: ['Profile'], name: 'x' }, ...signedLike }],
    ['an issuer whose id is null', '/issuer/id', { issuer: { id: null } }],
    ['an issuer that is no URL', '/issuer', { issuer: 'Example School' }],
    ['several issuers', '/issuer', { issuer: [id, id] }],
    ['an issuer that is no profile', '/issuer/type', { issuer: { id, type: ['Person'] } }],
    ['no subject', '/credentialSubject', { credentialSubject: undefined }],
    ['an empty list of subjects', '/credentialSubject', { credentialSubject: [] }],
    ['a subject that says nothing', '/credentialSubject', { credentialSubject: {} }],
    ['one subject of two that says nothing', '/credentialSubject/1', { credentialSubject: [aSubject(), {}] }],
    ['a subject with several ids', '/credentialSubject/id', { credentialSubject: aSubject({ id: ['urn:a:1'] }) }],
    ['a subject of another type', '/credentialSubject/type', { credentialSubject: aSubject({ type: 'Person' }) }],
    ['a date without zone', '/validFrom', { validFrom: '2026-01-01T00:00:00' }],
    ['a date that is none', '/validUntil', { validUntil: 'tomorrow' }],
    ['an end before the start', '/validUntil', { validUntil: '2025-12-31T23:59:59Z' }],
    ['a status without type', '/credentialStatus', { credentialStatus: { id: 'urn:a:1' } }],
    ['one status of two without type', '/credentialStatus/1', { credentialStatus: [{ type: 'x' }, {}] }],
    ['a status with a bad id', '/credentialStatus/id', { credentialStatus: { type: 'x', id: 'not a url' } }],
    ['a schema without id', '/credentialSchema/id', { credentialSchema: { type: 'JsonSchema' } }],
    ['evidence that is a text', '/evidence', { evidence: 'https://x.example/' }],
    ['evidence of another type', '/evidence/type', { evidence: { type: 'Photo' } }],
    ['a name that is a number', '/name', { name: 7 }],
    ['a name with stray members', '/name', { name: { '@value': 'x', url: 'https://x.example' } }],
    ['a related resource without digest', '/relatedResource', { relatedResource: { id: 'urn:a:1' } }],
    [
      'an achievement of another type',
      '/credentialSubject/achievement/type',
      { credentialSubject: aSubject({ achievement: { type: 'Medal', name: 'x' } }) },
    ],
    [
      'an achievement without name',
      '/credentialSubject/achievement/name',
      { credentialSubject: aSubject({ achievement: { type: 'Achievement' } }) },
    ],
    [
      'two achievements',
      '/credentialSubject/achievement',
      { credentialSubject: aSubject({ achievement: [aSubject().achievement, aSubject().achievement] }) },
    ],
    [
      'a result of another type',
      '/credentialSubject/result/0/type',
      { credentialSubject: aSubject({ result: [{ type: ['Grade'] }] }) },
    ],
    [
      'an identifier of another type',
      '/credentialSubject/identifier/type',
      { credentialSubject: aSubject({ identifier: { type: 'Id' } }) },
    ],
  ])('fails %s', async (_name, pointer, overrides) => {
    expect((await faultsOf(aBadge(id, overrides)))[0]).toBe(pointer);
  });

  it('asks a signed credential of 1.1 when it was issued', async () => {
    const { issuanceDate: _date, ...older } = anOlderBadge(id);
    expect(await faultsOf({ ...older, ...signedLike })).toEqual(['/issuanceDate']);
    expect(await faultsOf(anOlderBadge(id, { expirationDate: '2025-12-31T00:00:00Z' }))).toEqual(['/expirationDate']);
  });

  it.each<[CredentialFormat, string, string]>([
    ['endorsement', 'EndorsementCredential', 'EndorsementSubject'],
    ['clr-2', 'ClrCredential', 'ClrSubject'],
  ])('wants the subject of a credential of the format %s to be its own kind', async (_format, type, subjectType) => {
    const document = { ...aBadge(id), type: ['VerifiableCredential', type] };
    expect(await faultsOf(document)).toEqual(['/credentialSubject/type']);
    expect(await faultsOf({ ...document, credentialSubject: { id, type: subjectType } })).toEqual([]);
  });

  it('only remarks on a badge with the context of a draft', async () => {
    const context = ['https://www.w3.org/ns/credentials/v2', 'https://imsglobal.github.io/draft/context.json'];
    const report = await verifyHere(aBadge(id, { '@context': context, evidence: { type: 'Photo' } }));
    const shape = report.checks.filter((it) => it.id === 'shape');
    expect(shape.map(({ code }) => code)).toEqual(['well-formed', 'draft-context']);
  });

  it('tells at most twenty faults', async () => {
    const evidence = Array.from({ length: 100 }, () => ({}));
    expect(await faultsOf(aBadge(id, { evidence }))).toHaveLength(20);
  });
});

describe('dataModelOf', () => {
  it('goes by the first base context, then by the dates', () => {
    expect(dataModelOf(aBadge(id))).toBe('2.0');
    expect(dataModelOf(anOlderBadge(id))).toBe('1.1');
    expect(dataModelOf({ issuanceDate: 'x' })).toBe('1.1');
    expect(dataModelOf({})).toBe('2.0');
  });
});
