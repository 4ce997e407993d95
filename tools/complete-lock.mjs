// npm leaves builds for other platforms out of a lock that it makes on a machine whose package source lacks them, and
// `npm ci` then refuses that lock. This adds them by version, without an address or hash, so that the lock is accepted
// everywhere. Run it after every change of dependencies: `npm install && node tools/complete-lock.mjs`.
import { readFileSync, writeFileSync } from 'node:fs';

const file = process.argv[2] ?? 'package-lock.json';
const lock = JSON.parse(readFileSync(file, 'utf8'));
const SYSTEMS = [
  'darwin',
  'linux',
  'win32',
  'windows',
  'android',
  'freebsd',
  'openbsd',
  'netbsd',
  'sunos',
  'aix',
  'openharmony',
  'wasm32',
  'wasi',
];
const PROCESSORS = ['arm64', 'x64', 'arm', 'ia32', 'ppc64', 's390x', 'riscv64', 'loong64', 'mips64el', 'universal'];

/** Whether the lock holds `name` where a package at `where` would find it. */
function isFound(where, name) {
  for (let at = where; ; at = at.slice(0, Math.max(0, at.lastIndexOf('/node_modules/')))) {
    if (lock.packages[`${at === '' ? '' : `${at}/`}node_modules/${name}`]) return true;
    if (at === '') return false;
  }
}

let added = 0;
for (const [where, entry] of Object.entries(lock.packages)) {
  for (const [name, version] of Object.entries(entry.optionalDependencies ?? {})) {
    if (isFound(where, name) || !/^\d/.test(version)) continue;
    const words = name.split(/[-/@]/).map((word) => (/^arm(v\d|hf|$)/.test(word) ? 'arm' : word));
    const os = words.find((word) => SYSTEMS.includes(word));
    const cpu = words.find((word) => PROCESSORS.includes(word));
    if (os === undefined) {
      console.warn(`left out: ${name}`);
      continue;
    }
    lock.packages[`node_modules/${name}`] = {
      version,
      optional: true,
      ...(entry.dev ? { dev: true } : {}),
      ...(cpu === undefined ? {} : { cpu: [cpu] }),
      os: [os === 'windows' ? 'win32' : os],
    };
    added += 1;
  }
}
lock.packages = Object.fromEntries(Object.entries(lock.packages).sort(([a], [b]) => (a < b ? -1 : 1)));
writeFileSync(file, `${JSON.stringify(lock, null, 2)}\n`);
console.log(`added ${added}`);
