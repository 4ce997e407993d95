import { intakeStorm, lostOrDoubled } from '../support/intake-storm.js';

const deliveries = Number(process.argv[2] ?? 10_000);
const result = await intakeStorm(deliveries, (line) => console.log(line));
console.log(JSON.stringify(result));
const wrong = lostOrDoubled(result);
if (wrong.length > 0) {
  console.error(`something was lost or doubled: ${wrong.join(', ')}`);
  process.exitCode = 1;
}
