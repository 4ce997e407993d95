import { type BadgeStory, openBadge } from '../../demo/world/badge.js';
import { type DemoIssuer, didKeyIssuer } from '../../demo/world/issuer.js';
import { type Answer, startTestApp, type TestApp } from './running-app.js';

const EMAIL = 'mia@example.org';
const FROM = new Date('2026-01-05T00:00:00Z');

export interface Holder {
  readonly candidateId: string;
  readonly credentialId: string;
}

export interface ShownMapping {
  readonly id: string;
  readonly state: string;
  readonly method: string;
  readonly claim: { readonly kind: string; readonly text: string; readonly uri: string | null };
  readonly competency: { readonly id: string; readonly uri: string; readonly label: string } | null;
  readonly evidence: { readonly doubts?: readonly string[]; readonly ruleId?: string };
}

/** A service into which people bring signed badges and somebody imports frameworks as csv. */
export class BadgeWorld {
  private serial = 0;

  private constructor(
    readonly service: TestApp,
    readonly issuer: DemoIssuer,
  ) {}

  static async start(environment: Record<string, string> = {}): Promise<BadgeWorld> {
    const service = await startTestApp({ environment });
    return new BadgeWorld(service, await didKeyIssuer('Airfield academy', 'eddsa-rdfc-2022'));
  }

  stop(): Promise<void> {
    return this.service.stop();
  }

  /** Somebody new with a badge that states the skill. */
  async handIn(skill: BadgeStory['skill'], story: Partial<BadgeStory> = {}): Promise<Holder> {
    const number = String((this.serial += 1));
    const person = { name: `Mia ${number}`, externalIds: [{ system: 'test', id: number }], emails: [EMAIL] };
    const candidateId = String((await this.service.call('POST', '/v1/candidates', { body: person })).body.id);
    const badge = openBadge(`urn:airfield:badge:${number}`, this.issuer, {
      title: 'Ground crew exam',
      skill,
      type: 'Assessment',
      level: 3,
      evidence: 'Seen in a storm.',
      recipientEmail: EMAIL,
      validFrom: FROM,
      ...story,
    });
    const signed = await this.issuer.sign(badge, FROM);
    const submitted = await this.service.call('POST', `/v1/candidates/${candidateId}/credentials`, {
      body: signed.body,
      headers: { 'content-type': signed.contentType },
    });
    expect(submitted.status).toBe(202);
    await this.service.settle();
    return { candidateId, credentialId: String(submitted.body.id) };
  }

  /** The operation that an import ended with, everything that follows from it done. */
  async importCsv(name: string, version: string, csv: string, more: Record<string, string> = {}): Promise<Answer> {
    const form = new FormData();
    for (const [field, text] of Object.entries({ format: 'csv', name, version, ...more })) form.set(field, text);
    form.append('files', new Blob([csv]), 'own.csv');
    const accepted = await this.service.call('POST', '/v1/frameworks', { body: form });
    expect(accepted.status).toBe(202);
    await this.service.settle();
    return this.service.call('GET', accepted.headers.get('location') ?? '');
  }

  /** What the claims of the badge that have these words mean. */
  async mappings({ credentialId }: Holder, text?: string): Promise<ShownMapping[]> {
    const { body } = await this.service.call('GET', `/v1/mappings?limit=200&credentialId=${credentialId}`);
    return (body.data as ShownMapping[]).filter(({ claim }) => text === undefined || claim.text === text);
  }

  /** Uris of what the holder holds. */
  async held({ candidateId }: Holder): Promise<string[]> {
    const { body } = await this.service.call('GET', `/v1/candidates/${candidateId}/competencies`);
    return body.data.map(({ uri }: { uri: string }) => uri).sort();
  }
}
