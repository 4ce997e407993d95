import type { Egress } from '../../platform/egress/index.js';
import type { EvidenceRecord } from '../domain/evidence/evidence-record.js';
import { LookAtEvidence } from './look-at-evidence.js';

type Asked = Parameters<Egress['fetch']>[1];

/** Looks at evidence at `addresses`, of which none answers. */
async function looked(addresses: readonly string[]): Promise<{ asked: Asked[]; records: readonly EvidenceRecord[] }> {
  const asked: Asked[] = [];
  let records: readonly EvidenceRecord[] = [];
  const unitOfWork = { run: (_id: string, work: (tx: object) => unknown) => Promise.resolve(work({})) };
  const links = {
    stated: () => Promise.resolve(addresses.map((id) => ({ id }))),
    of: () => Promise.resolve(new Map()),
    save: (_tx: object, _id: string, saved: readonly EvidenceRecord[]) => {
      records = saved;
      return Promise.resolve();
    },
  };
  const egress = {
    fetch: (_url: string, options: Asked) => {
      asked.push(options);
      return Promise.resolve({ ok: false, failure: { reason: 'timeout', detail: 'no answer', retryable: true } });
    },
  };
  const outbox = { publishAll: () => Promise.resolve() };
  const clock = { now: () => new Date('2026-06-01T12:00:00Z') };
  const look = new LookAtEvidence(...([unitOfWork, links, egress, outbox, clock] as unknown as Services));
  const context = { commit: (work: (tx: object) => Promise<void>) => work({}) };
  await look.run('organization', 'credential', context as never);
  return { asked, records };
}

type Services = ConstructorParameters<typeof LookAtEvidence>;

describe('LookAtEvidence', () => {
  it('gives each link ten seconds and four megabytes', async () => {
    const { asked, records } = await looked(['https://school.example/1', 'https://school.example/2']);
    expect(asked.map((options) => [options?.timeoutMs, options?.maxBytes])).toEqual([
      [10_000, 4_194_304],
      [10_000, 4_194_304],
    ]);
    expect(records).toHaveLength(2);
  });

  it('looks at ten links of one credential', async () => {
    const { asked } = await looked(Array.from({ length: 12 }, (_, at) => `https://school.example/${at}`));
    expect(asked).toHaveLength(10);
  });
});
