import 'reflect-metadata';
import { Console } from 'node:console';
import { runDemo } from './run-demo.js';

const out = new Console(process.stdout, process.stderr);

try {
  const demo = await runDemo({
    environment: process.env,
    say: (line) => out.log(line),
  });
  if (process.argv.includes('--exit')) {
    await demo.stop();
    out.log('\nThe service has stopped and is gone with its data. Without --exit it keeps running for you to try.');
    process.exit(0);
  }
  out.log('\nThe service keeps running. Ctrl-C stops it and removes what the demo made.');
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => void demo.stop().finally(() => process.exit(0)));
  }
} catch (error) {
  out.error(error instanceof Error ? error.message : error);
  process.exit(1);
}
