import { parentPort, workerData } from 'node:worker_threads';
import { BulkReader } from '../../../platform/bulk-read/index.js';
import type { IndexAsk } from './index-ask.js';
import { IndexHost } from './index-host.js';
import type { IndexThreadSettings } from './index-thread.js';
import { startKernel } from './start-kernel.js';

/** Entry of the thread that holds the indexes of a process: answers each question under the number it came with. */
const { url, budgetBytes } = workerData as IndexThreadSettings;
const port = parentPort;
if (port === null) throw new Error('the ranking worker runs as a thread');
const host = new IndexHost(new BulkReader(url), startKernel(), budgetBytes);
port.on('message', ({ id, ask }: { id: number; ask: IndexAsk }) => {
  host.answer(ask).then(
    (answer) => port.postMessage({ id, answer }),
    (error: unknown) => port.postMessage({ id, error: error instanceof Error ? error.message : String(error) }),
  );
});
