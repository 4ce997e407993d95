import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

// The product is ESM. For jest only, swc turns sources, tests and every ESM-only package into CommonJS, so no
// experimental flag is needed. The ESM-only packages are found by their own package.json, so the list never goes stale.
const esmPackages = readdirSync('node_modules').flatMap((name) => {
  if (name.startsWith('.')) return [];
  const names = name.startsWith('@') ? readdirSync(join('node_modules', name)).map((n) => `${name}/${n}`) : [name];
  return names.filter((n) => {
    try {
      return JSON.parse(readFileSync(join('node_modules', n, 'package.json'), 'utf8')).type === 'module';
    } catch {
      return false;
    }
  });
});

const shared = {
  testEnvironment: 'node',
  transform: {
    '^.+\\.(ts|js|mjs)$': [
      '@swc/jest',
      {
        jsc: {
          target: 'es2022',
          parser: { syntax: 'typescript', decorators: true, dynamicImport: true },
          transform: { legacyDecorator: true, decoratorMetadata: true },
          keepClassNames: true,
        },
        module: { type: 'commonjs' },
        sourceMaps: 'inline',
      },
    ],
  },
  // The last node_modules of a path decides, so nested copies count too.
  transformIgnorePatterns: [`/node_modules/(?!(?:.*/node_modules/)?(?:${esmPackages.join('|')})/)`],
  // cborg names an entry for import alone, and jest asks for the one of require.
  moduleNameMapper: { '^(\\.{1,2}/.*)\\.js$': '$1', '^cborg$': '<rootDir>/node_modules/cborg/cborg.js' },
};

const servers = {
  globalSetup: '<rootDir>/test/support/global-setup.js',
  globalTeardown: '<rootDir>/test/support/global-teardown.js',
};

export default {
  // A test that hangs ends here. Machines that share their cores take several times as long as a quiet one.
  testTimeout: 120_000,
  // What one test file loads stays in the memory of its process, about 100 MB a file of the live tests. In one process
  // for all files the collector had no room left after a few hundred, and whatever ran then stood still for half a minute.
  workerIdleMemoryLimit: '1GB',
  projects: [
    { ...shared, displayName: 'unit', testMatch: ['<rootDir>/src/**/*.spec.ts', '<rootDir>/demo/**/*.spec.ts'] },
    { ...shared, ...servers, displayName: 'live', testMatch: ['<rootDir>/test/live/**/*.live-spec.ts'] },
    { ...shared, ...servers, displayName: 'e2e', testMatch: ['<rootDir>/test/e2e/**/*.e2e-spec.ts'] },
  ],
};
