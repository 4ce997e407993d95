import { parentPort } from 'node:worker_threads';
import { meaningVector } from '../../domain/suggest/meaning-vectors.js';
import { loadBundledModel } from './bundled-packages.js';
import { MODEL_READY, type ModelAnswer } from './model-messages.js';

/** Answers one question after the other; `ModelThread` ends this thread when one takes too long. */
const embed = await loadBundledModel();
const say = (message: typeof MODEL_READY | ModelAnswer): void => parentPort?.postMessage(message);

parentPort?.on('message', (texts: readonly string[]) => {
  void embed(texts).then(
    (vectors) => say({ vectors: vectors.map(meaningVector) }),
    (error: unknown) => say({ failure: String(error) }),
  );
});
say(MODEL_READY);
