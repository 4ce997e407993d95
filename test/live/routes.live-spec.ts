import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { listRoutesWithPolicies } from '../../src/identity/index.js';
import { openApiText } from '../../src/platform/http/index.js';
import { startTestApp, type TestApp } from '../support/running-app.js';

interface Document {
  openapi: string;
  paths: Record<string, Record<string, { operationId: string; responses: object; security?: object[] }>>;
  components: { schemas: Record<string, object> };
}

describe('the routes of the service', () => {
  let test: TestApp;
  let document: Document;

  beforeAll(async () => {
    test = await startTestApp();
    document = (await test.call('GET', '/openapi.json', { key: null })).body as Document;
  });
  afterAll(() => test?.stop());

  it('each state who may call them', () => {
    const routes = listRoutesWithPolicies(test.app);
    expect(routes.length).toBeGreaterThan(40);
    expect(routes.filter((route) => route.policy === undefined)).toEqual([]);
  });

  it('are public for health, metrics and what carries the secret of its connection only', () => {
    const open = listRoutesWithPolicies(test.app).filter((route) => route.policy?.access === 'public');
    const expected = /^\/(health|metrics|v1\/hooks|v1\/partners)(\/|$)/;
    expect(open.map((route) => route.path).filter((path) => !expected.test(path))).toEqual([]);
  });

  it('are closed to whoever shows nothing', async () => {
    for (const { method, path, policy } of listRoutesWithPolicies(test.app)) {
      if (policy?.access === 'public') continue;
      const url = path.replaceAll(/:\w+/g, '0198c5a2-6f3e-7cc1-9a52-0d6f4be1a001');
      const { status, body } = await test.call(method, url, { key: null });
      expect({ method, path, status, code: (body as { code: string }).code }).toEqual({
        method,
        path,
        status: 401,
        code: 'unauthenticated',
      });
    }
  });

  it('are described as the checked-in file says; "npm run openapi:write" brings it up to date', () => {
    expect(openApiText(test.app)).toBe(readFileSync('docs/openapi.json', 'utf8'));
    expect(document).toEqual(JSON.parse(readFileSync('docs/openapi.json', 'utf8')));
  });

  it('are described in OpenAPI 3.1 with schemas that can be used', () => {
    expect(document.openapi).toBe('3.1.0');
    const ajv = new Ajv2020({ strict: false, validateFormats: false });
    ajv.addSchema({ $id: 'document', ...document });
    for (const name of Object.keys(document.components.schemas)) {
      expect(() => ajv.compile({ $ref: `document#/components/schemas/${name}` })).not.toThrow();
    }
    const operations = Object.values(document.paths).flatMap((item) => Object.values(item));
    expect(new Set(operations.map((operation) => operation.operationId)).size).toBe(operations.length);
    expect(operations.filter((operation) => !('default' in operation.responses))).toEqual([]);
  });

  it('can be read and tried on a page', async () => {
    const { status, headers } = await test.call('GET', '/docs', { key: null });
    expect([status, headers.get('content-type')]).toEqual([200, 'text/html']);
    const script = await test.call('GET', '/docs/swagger-ui-bundle.js', { key: null });
    expect(script.status).toBe(200);
  });
});
