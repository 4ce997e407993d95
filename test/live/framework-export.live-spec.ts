import { anotherOrganization } from '../support/another-organization.js';
import { startTestApp, type TestApp } from '../support/running-app.js';

const OWN = [
  'uri,code,label,alternative_labels,definition,type,broader,related,exact_match,level_1,status,replaced_by,notes',
  ',metal,Metal work,,,group,,,,,,,',
  ',weld,Joining metal,"Fusion, welding|A\\|B|Schweißen@de","Says ""weld"".",skill,metal,grind,http://data.europa.eu/esco/skill/326809fc-238d-40c2-881e-40042f7f2f0d,Tacks.,,,Kept by hand.',
  ',grind,=Grinding,me@home,,knowledge,metal,,,,,,',
  ',rivet,Riveting,,,skill,metal,,,,deprecated,weld,',
].join('\n');

describe('GET /v1/frameworks/{id}/export', () => {
  let app: TestApp;
  let id: string;

  beforeAll(async () => {
    app = await startTestApp();
    await app.settle();
    id = (await imported('Metal skills', '1', 'csv', OWN)).frameworkId;
  });
  afterAll(() => app?.stop());

  const imported = async (name: string, version: string, format: string, text: string) => {
    const form = new FormData();
    for (const [field, value] of Object.entries({ format, name, version })) form.set(field, value);
    form.append('files', new Blob([text]), `export.${format}`);
    const accepted = await app.call('POST', '/v1/frameworks', { body: form });
    await app.settle();
    const { body } = await app.call('GET', accepted.headers.get('location') ?? '');
    expect([body.error, body.result?.problems.listed]).toEqual([null, []]);
    return body.result;
  };
  const download = async (of: string, format: string): Promise<{ text: string; headers: Headers }> => {
    const url = `${app.baseUrl}/v1/frameworks/${of}/export?format=${format}`;
    const answer = await fetch(url, { headers: { authorization: `Bearer ${app.adminKey}` } });
    expect(answer.status).toBe(200);
    return { text: await answer.text(), headers: answer.headers };
  };

  it.each(['csv', 'case'])('gives a file that imported again changes nothing: %s', async (format) => {
    const { text, headers } = await download(id, format);
    expect(headers.get('content-disposition')).toMatch(/filename="metal-skills-1\.(?:csv|json)"/);
    expect(await imported('Metal skills', '2', format, text)).toMatchObject({ unchanged: true, version: '1' });
    const copy = await imported(`Copy by ${format}`, '1', format, text);
    expect(copy).toMatchObject({ unchanged: false, competencies: 4 });
  });

  it.each(['csv', 'case'])('gives the starter framework with its scale and all languages: %s', async (format) => {
    const starter = (await app.call('GET', '/v1/frameworks')).body.data[0];
    const { text } = await download(starter.id, format);
    expect(await imported(starter.name, 'again', format, text)).toMatchObject({ unchanged: true });
    const copy = await imported(`Starter by ${format}`, '1', format, text);
    const one = (await app.call('GET', `/v1/frameworks/${copy.frameworkId}`)).body;
    expect(one.scale.levels).toHaveLength(5);
    expect(one.counts.languages).toContain('de');
  });

  it('gives CASE that others can read: items by GUID, and associations between them', async () => {
    const { CFPackage } = JSON.parse((await download(id, 'case')).text);
    const byLabel = new Map<string, { identifier: string }>(
      CFPackage.CFItems.map((item: { abbreviatedStatement: string }) => [item.abbreviatedStatement, item]),
    );
    const types = CFPackage.CFAssociations.map((one: { associationType: string }) => one.associationType).sort();
    expect(types).toEqual(['exactMatchOf', 'isChildOf', 'isChildOf', 'isChildOf', 'isRelatedTo', 'replacedBy']);
    expect(CFPackage.CFAssociations).toContainEqual(
      expect.objectContaining({
        associationType: 'isChildOf',
        originNodeURI: expect.objectContaining({ identifier: byLabel.get('Joining metal')?.identifier }),
        destinationNodeURI: expect.objectContaining({ identifier: byLabel.get('Metal work')?.identifier }),
      }),
    );
  });

  it('is refused for other formats and for frameworks of others', async () => {
    expect((await app.call('GET', `/v1/frameworks/${id}/export?format=xlsx`)).status).toBe(400);
    expect((await app.call('GET', `/v1/frameworks/${id}/export`)).status).toBe(400);
    const key = await anotherOrganization(app);
    const path = `/v1/frameworks/${id}/export?format=csv`;
    expect((await app.call('GET', path, { key })).body.code).toBe('framework-not-found');
  });
});
