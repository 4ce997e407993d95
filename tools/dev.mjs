// Compiles on change and restarts the service on every build that succeeds.
import { spawn, spawnSync } from 'node:child_process';

const compiler = ['node_modules/typescript/bin/tsc', '-p', 'tsconfig.build.json'];
if (spawnSync(process.execPath, compiler, { stdio: 'inherit' }).status !== 0) process.exit(1);
spawnSync(process.execPath, ['tools/copy-assets.mjs'], { stdio: 'inherit' });

const environment = {
  ...process.env,
  BOOTSTRAP_API_KEY: process.env.BOOTSTRAP_API_KEY || 'development-key-of-32-characters!',
};
const children = [
  spawn(process.execPath, [...compiler, '--watch', '--preserveWatchOutput'], { stdio: 'inherit' }),
  spawn(process.execPath, ['--watch', '--watch-preserve-output', 'dist/src/main.js'], {
    stdio: 'inherit',
    env: environment,
  }),
];
for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => children.forEach((child) => child.kill(signal)));
