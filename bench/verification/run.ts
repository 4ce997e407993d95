import { cpus } from 'node:os';
import { compareLanes } from './compare-lanes.js';
import { rounded } from './interleave.js';
import { installPeers } from './peers.js';
import { measurePipeline } from './pipeline.js';
import { measureSingleChecks } from './single-checks.js';

const isQuick = process.argv.includes('--quick');

installPeers();
console.log(`${cpus()[0]?.model.trim()}, ${cpus().length} cores, Node ${process.versions.node}`);
const single = await measureSingleChecks(
  isQuick ? { rounds: 3, ms: 200, warmMs: 500 } : { rounds: 7, ms: 400, warmMs: 1_500 },
);
const lanes = await compareLanes(isQuick ? 400 : 2_000);
console.log(`\nlanes: ${JSON.stringify(lanes)}`);
const pipeline = await measurePipeline(
  isQuick ? { rounds: 1, seconds: 1, bulk: 500 } : { rounds: 3, seconds: 3, bulk: 2_500 },
);
const figures = {
  ...single,
  ...pipeline,
  fastLaneShare: rounded(lanes.fastLaneShare),
  disagreements: lanes.disagreements,
};
if (!process.argv.includes('--json')) console.log(JSON.stringify(figures, null, 2));
console.log(JSON.stringify(figures));
