import { readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { verifyAsVcApi } from './verify-as-vc-api.js';

/**
 * What the suite of VC-JOSE-COSE calls for each test: `verify --input --key --feature --output`, in the paths of a
 * container. The key of the test is pinned, as an employer pins the key of an issuer.
 */
const { values, positionals } = parseArgs({
  strict: false,
  allowPositionals: true,
  options: Object.fromEntries(['input', 'key', 'feature', 'output', 'sd'].map((it) => [it, { type: 'string' }])),
});
const root = process.env.SUITE_ROOT ?? dirname(process.cwd());
const at = (path: unknown): string => join(root, String(path));

const method = JSON.parse(readFileSync(at(values.key), 'utf8')) as {
  id: string;
  publicKeyJwk: Record<string, unknown>;
};
const { reports, verified } = await verifyAsVcApi(readFileSync(at(values.input), 'utf8').trim(), undefined, {
  pinned: [{ jwk: method.publicKeyJwk }],
});
const isVerify = positionals.includes('verify');
const detail = reports.map(({ verdict, reasons }) => ({ verdict, reasons }));
writeFileSync(
  at(values.output),
  JSON.stringify({ result: isVerify ? (verified ? 'success' : 'failure') : 'indeterminate', detail }),
);
