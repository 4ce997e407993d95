import 'reflect-metadata';
import { ConfigError } from './platform/config/index.js';
import { PinnedDocumentsError } from './platform/egress/index.js';
import { StoreError } from './platform/embedded/index.js';
import { startService } from './start-service.js';

const say = (line: string): void => void process.stdout.write(`${line}\n`);

// eslint-disable-next-line no-restricted-properties -- the one place where the environment enters
const starting = startService(process.env, say);

// A signal during the start waits for it, so that nothing that was started is left behind.
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => {
    starting
      .then((service) => service.stop())
      .then(
        () => process.exit(0),
        () => process.exit(1),
      );
  });
}

try {
  const service = await starting;
  say(`listening on ${service.url}`);
} catch (error) {
  const expected = [ConfigError, StoreError, PinnedDocumentsError].some((type) => error instanceof type);
  const { message, stack } = error as Error;
  process.stderr.write(`${expected ? message : (stack ?? message)}\n`);
  process.exit(1);
}
