import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { libraries, nameOf, type Suite } from './suites.js';

interface Manifest {
  scripts?: unknown;
  devDependencies?: unknown;
  dependencies: Record<string, string>;
}

/** The reporter of the suites writes web pages, and draws in a browser. */
const leftOut = '@digitalbazaar/mocha-w3c-interop-reporter';

/**
 * Brings a suite into a folder outside the repository and installs what it needs, without running scripts of packages.
 *
 * @param from a folder of clones, or the address below which they lie
 * @returns the folder of the suite
 */
export function prepareSuite({ repository, vectors }: Suite, workspace: string, from: string): string {
  for (const one of [...libraries, repository]) clone(one, workspace, from);
  for (const one of [...libraries, repository]) rewriteManifest(join(workspace, nameOf(one)));
  const folder = join(workspace, nameOf(repository));
  if (vectors) clone(vectors.repository, workspace, from, join(folder, vectors.folder));
  if (!existsSync(join(folder, 'node_modules')))
    execFileSync('npm', ['install', '--install-links', '--no-audit', '--no-fund', '--ignore-scripts'], {
      cwd: folder,
      stdio: ['ignore', 'ignore', 'pipe'],
    });
  return folder;
}

function clone(repository: string, workspace: string, from: string, to = join(workspace, nameOf(repository))): void {
  if (existsSync(to)) return;
  const isWeb = from.startsWith('https:');
  const source = isWeb ? `${from}/${repository}` : join(from, nameOf(repository));
  const depth = isWeb ? ['--depth', '1'] : [];
  execFileSync('git', ['clone', '--quiet', ...depth, source, to]);
}

/** Packages that would come from GitHub come from the clones beside the suite. */
function rewriteManifest(folder: string): void {
  const file = join(folder, 'package.json');
  const { scripts: _scripts, devDependencies: _tools, ...rest } = JSON.parse(readFileSync(file, 'utf8')) as Manifest;
  const own = libraries.map(nameOf);
  const dependencies = Object.fromEntries(
    Object.entries({ mocha: '^10.7.3', ...rest.dependencies })
      .filter(([name]) => name !== leftOut)
      .map(([name, range]) => [name, own.includes(name) ? `file:../${name}` : range]),
  );
  writeFileSync(file, JSON.stringify({ ...rest, dependencies }, null, 2));
  // It pins what was left out.
  rmSync(join(folder, 'package-lock.json'), { force: true });
}
