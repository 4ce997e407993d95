import { intakeStorm } from '../support/intake-storm.js';

const deliveries = Number(process.argv[2] ?? 10_000);
const result = await intakeStorm(deliveries, (line) => console.log(line));
console.log(JSON.stringify(result));
const { people, events } = result;
const {
  candidates,
  finalNames,
  hiredApplications,
  credentials,
  verified,
  verifications,
  createdEvents,
  verifiedEvents,
} = result;
const ofPeople = [
  candidates,
  finalNames,
  hiredApplications,
  credentials,
  verified,
  verifications,
  createdEvents,
  verifiedEvents,
];
if (result.inbox !== events || ofPeople.some((count) => count !== people)) {
  console.error('something was lost or doubled');
  process.exitCode = 1;
}
