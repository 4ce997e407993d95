import { setImmediate } from 'node:timers/promises';

/**
 * Lets other work of the process go on: awaited once per item, it gives way on every `every`th. Reading a large file is
 * one long computation otherwise.
 */
export function turns(every = 200): () => Promise<void> | undefined {
  let count = 0;
  return () => {
    count += 1;
    return count % every === 0 ? setImmediate() : undefined;
  };
}
