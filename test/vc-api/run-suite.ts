import { spawn } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { issuerId } from './issue-and-judge.js';
import type { Suite } from './suites.js';

/** One test of a suite and how it ended. */
export interface TestResult {
  title: string;
  outcome: 'passed' | 'failed' | 'skipped';
  /** Why it failed. */
  detail?: string;
}

interface MochaTest {
  fullTitle: string;
  err?: { message?: string };
}

interface MochaReport {
  passes: MochaTest[];
  failures: MochaTest[];
  pending: MochaTest[];
}

const ourName = 'Credence';

/** Runs the verifier parts of a prepared suite against the VC API at `url`. */
export async function runSuite(suite: Suite, folder: string, url: string): Promise<TestResult[]> {
  writeFileSync(join(folder, 'localConfig.cjs'), `module.exports = ${JSON.stringify(configOf(suite, url))};\n`);
  const report = join(folder, 'result.json');
  rmSync(report, { force: true });
  const setUp = prepareCommands(folder);
  const mocha = join(folder, 'node_modules/mocha/bin/mocha.js');
  const args = ['--reporter', 'json', '--reporter-option', `output=${report}`, '--timeout', '20000', '--exit'];
  if (suite.leftOut) args.push('--grep', suite.leftOut.source, '--invert');
  const log = await output(process.execPath, ['--import', setUp, mocha, ...args, ...suite.files], folder);
  if (!existsSync(report)) throw new Error(`${suite.repository} did not run:\n${log.slice(-2_000)}`);
  const { passes, failures, pending } = JSON.parse(readFileSync(report, 'utf8')) as MochaReport;
  return [
    ...passes.map(({ fullTitle }): TestResult => ({ title: fullTitle, outcome: 'passed' })),
    ...failures.map(({ fullTitle, err }): TestResult => ({
      title: fullTitle,
      outcome: 'failed',
      detail: err?.message ?? '',
    })),
    ...pending.map(({ fullTitle }): TestResult => ({ title: fullTitle, outcome: 'skipped' })),
  ];
}

function configOf({ verifierTags, issuerTags, issuer = '/credentials/issue' }: Suite, url: string): object {
  const supports = { vc: ['1.1', '2.0'] };
  const common = { id: issuerId, supports, supportedEcdsaKeyTypes: ['P-256', 'P-384'] };
  const isSeparate = verifierTags.includes('ecdsa-sd-2023');
  const tagged = isSeparate ? verifierTags.map((it) => [it]) : [verifierTags];
  return {
    settings: { enableInteropTests: false, testAllImplementations: false },
    implementations: [
      {
        name: ourName,
        implementation: ourName,
        verifiers: tagged.map((tags) => ({ ...common, endpoint: `${url}/credentials/verify`, tags })),
        vpVerifiers: [{ ...common, endpoint: `${url}/presentations/verify`, tags: verifierTags }],
        issuers: issuerTags.length === 0 ? [] : [{ ...common, endpoint: `${url}${issuer}`, tags: issuerTags }],
        'jose-cose': { features: joseFeatures },
      },
    ],
  };
}

/** Nothing is signed with COSE among the formats that are known here. */
const joseFeatures = {
  credential_jose: true,
  presentation_jose: true,
  credential_sdjwt: true,
  presentation_sdjwt: true,
  credential_cose: false,
  presentation_cose: false,
};

/**
 * The suite of VC-JOSE-COSE starts a container for each test. A command of that name, in the suite's folder and first in
 * the PATH, runs our verifier instead. That suite also uses a method of iterators that came with Node.js 22.
 *
 * @returns a module to be loaded before the suite
 */
function prepareCommands(folder: string): string {
  const bin = join(folder, 'bin');
  mkdirSync(bin, { recursive: true });
  const command = join(import.meta.dirname, 'jose-cose-command.js');
  writeFileSync(
    join(bin, 'docker'),
    `#!/bin/sh\nSUITE_ROOT="${folder}" exec "${process.execPath}" "${command}" "$@"\n`,
  );
  chmodSync(join(bin, 'docker'), 0o755);
  const setUp = join(folder, 'set-up.mjs');
  writeFileSync(
    setUp,
    'const iterators = Object.getPrototypeOf(Object.getPrototypeOf([].values()));\n' +
      'iterators.map ??= function* (f) { for (const it of this) yield f(it); };\n',
  );
  return setUp;
}

function output(command: string, args: string[], folder: string): Promise<string> {
  const PATH = [join(folder, 'bin'), process.env.PATH].join(delimiter);
  const child = spawn(command, args, { cwd: folder, env: { ...process.env, PATH }, stdio: ['ignore', 'pipe', 'pipe'] });
  const chunks: Buffer[] = [];
  child.stdout.on('data', (chunk: Buffer) => chunks.push(chunk));
  child.stderr.on('data', (chunk: Buffer) => chunks.push(chunk));
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', () => resolve(Buffer.concat(chunks).toString('utf8')));
  });
}
