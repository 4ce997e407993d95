import { parentPort, workerData } from 'node:worker_threads';
import { canonicalForm } from '../../domain/json-ld/canonical-form.js';
import { laneReady, type LaneQuestion, type LaneSetting } from './lane-messages.js';

/** Works out one canonical form after the other; {@link GeneralLane} ends this thread when one takes too long. */
const { contexts } = workerData as LaneSetting;
const further = new Map(contexts);

parentPort?.on('message', ({ document, reading }: LaneQuestion) => {
  void canonicalForm(document, { further, ...reading }).then((form) => parentPort?.postMessage(form));
});
parentPort?.postMessage(laneReady);
