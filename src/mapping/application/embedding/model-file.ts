import { existsSync } from 'node:fs';

/** The built file of the thread: beside this one, or in the build where this one runs from its source, as in tests. */
export function modelFile(): URL {
  const beside = new URL('./bundled-model.worker.js', import.meta.url);
  if (existsSync(beside)) return beside;
  return new URL(beside.href.replace('/src/mapping/', '/dist/src/mapping/'));
}
