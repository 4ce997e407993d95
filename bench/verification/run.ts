import { cpus } from 'node:os';
import { compareLanes } from './compare-lanes.js';
import { rounded } from './interleave.js';
import { installPeers } from './peers.js';
import { measurePipeline } from './pipeline.js';
import { measureSingleChecks } from './single-checks.js';

const isQuick = process.argv.includes('--quick');

/** The parts of the bench, each of which can be run by itself. */
const parts: Readonly<Record<string, () => Promise<object>>> = {
  single: () =>
    measureSingleChecks(isQuick ? { rounds: 3, ms: 200, warmMs: 500 } : { rounds: 7, ms: 400, warmMs: 4_000 }),
  lanes: async () => {
    const lanes = await compareLanes(isQuick ? 400 : 2_000);
    console.log(`\nlanes: ${JSON.stringify(lanes)}`);
    return { fastLaneShare: rounded(lanes.fastLaneShare), disagreements: lanes.disagreements };
  },
  pipeline: () =>
    measurePipeline(isQuick ? { rounds: 1, seconds: 1, bulk: 500 } : { rounds: 3, seconds: 2, bulk: 1_500 }),
};

installPeers();
console.log(`${cpus()[0]?.model.trim()}, ${cpus().length} cores, Node ${process.versions.node}`);
const only = process.argv.indexOf('--only');
const asked = only < 0 ? Object.keys(parts) : [process.argv[only + 1] ?? ''];
let figures = {};
for (const name of asked) {
  const measure = parts[name];
  if (!measure) throw new Error(`--only takes one of ${Object.keys(parts).join(', ')}`);
  const begun = performance.now();
  figures = { ...figures, ...(await measure()) };
  console.log(`(${name}: ${Math.round((performance.now() - begun) / 1000)} s)`);
}
if (!process.argv.includes('--json')) console.log(JSON.stringify(figures, null, 2));
console.log(JSON.stringify(figures));
