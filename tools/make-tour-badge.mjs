// Makes the badge of the README's tour and its changed copy. The issuer is a new key each time; run it after a build:
// `npm run build && node tools/make-tour-badge.mjs`.
import { writeFileSync } from 'node:fs';
import { openBadge } from '../dist/demo/world/badge.js';
import { didKeyIssuer } from '../dist/demo/world/issuer.js';

const issuer = await didKeyIssuer('Northwind Logistics Academy', 'eddsa-rdfc-2022');
const at = new Date('2026-01-15T09:00:00Z');
const badge = openBadge('urn:uuid:3f1c3a52-9d0e-4a86-9d53-0c2c7c3f6a11', issuer, {
  title: 'Forklift operator',
  skill: {
    name: 'Forklift operation',
    url: 'urn:credence:starter:forklift-operation',
    framework: 'Credence starter framework',
  },
  type: 'Assessment',
  level: 4,
  evidence: 'Two supervised shifts, assessed against the rubric by two assessors.',
  recipientEmail: 'amara@mail.example',
  validFrom: at,
});
const { body } = await issuer.sign(badge, at);
writeFileSync('docs/tour/forklift-badge.json', `${body}\n`);
writeFileSync('docs/tour/forklift-badge-changed.json', `${body.replace(':level-4"\n', ':level-5"\n')}\n`);
