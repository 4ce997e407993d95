import { atsFile, hasAtsFiles } from '../../../../test/support/ats-vectors.js';
import type { HrSystem } from '../hr-system.js';
import type { IntakeEvent, Reading } from '../intake-event.js';
import { PAYLOADS } from './payloads.js';

const NOW = new Date('2026-11-02T09:30:00Z');
type System = Exclude<HrSystem, 'standard'>;

function read(system: System, body: unknown, headers: Record<string, string> = {}, sentAt?: Date): Reading {
  const fields = body as Record<string, unknown>;
  return PAYLOADS[system]({ body: fields, header: (name) => headers[name], receivedAt: NOW, sentAt });
}

function eventOf(reading: Reading): IntakeEvent {
  if (reading.kind !== 'event') throw new Error(`not an event but ${reading.kind}`);
  return reading.event;
}

const fileOf = (name: string): unknown => JSON.parse(atsFile(name).toString());

/** The columns of the contract's table of expected mappings. */
function summaryOf({ type, person, applications, job, attachments }: IntakeEvent) {
  return {
    type,
    name: person?.name,
    emails: person?.emails,
    ids: person?.externalIds.map(({ id }) => id),
    application: applications[0]?.externalId,
    job: job?.externalId ?? applications[0]?.jobId,
    attachments: attachments.map(({ fileName, kind }) => `${fileName} ${kind}`),
  };
}

const ABSENT = { name: undefined, emails: undefined, application: undefined, job: undefined, attachments: [] };
const MAPPINGS: [string, System, object, Record<string, string>?][] = [
  [
    'greenhouse/new_candidate_application',
    'greenhouse',
    {
      type: 'application.created',
      name: 'Jane Smith',
      emails: ['person@example.com', 'person@work.com'],
      ids: ['60304594'],
      application: '71980812',
      job: '274075',
      attachments: ['Test Cover Letter.docx cover_letter', 'Test Resume.docx resume'],
    },
  ],
  [
    'greenhouse/candidate_stage_change',
    'greenhouse',
    {
      type: 'application.stage_changed',
      name: 'Giuseppe Hurley',
      emails: ['giuseppe.hurley@example.com'],
      ids: ['265772', '241b399ce4b0fd1c84e5528d'],
      application: '265277',
      job: '3485',
      attachments: ['resume.pdf resume', 'cover_letter.pdf cover_letter', 'portfolio.pdf other'],
    },
  ],
  [
    'greenhouse/hire_candidate',
    'greenhouse',
    {
      type: 'application.hired',
      name: 'Johnny Smith',
      emails: ['personal@example.com', 'work@example.com'],
      ids: ['35897443', '12345'],
      application: '46194062',
      job: '323753',
      attachments: ['resume.pdf resume'],
    },
  ],
  [
    'greenhouse/update_candidate',
    'greenhouse',
    {
      ...ABSENT,
      type: 'candidate.updated',
      name: 'Ronald Ronnie',
      emails: ['123456email@email.com'],
      ids: ['15696179', '946aa514658'],
      attachments: ['resumeA.pdf resume', 'resumeB.pdf resume'],
    },
  ],
  [
    'greenhouse/merge_candidate',
    'greenhouse',
    { ...ABSENT, type: 'candidate.merged', name: 'Jack Sparrow', ids: ['37031511'] },
  ],
  ['greenhouse/candidate_anonymized', 'greenhouse', { ...ABSENT, type: 'candidate.anonymized', ids: ['37031511'] }],
  [
    'greenhouse/delete_application',
    'greenhouse',
    { ...ABSENT, type: 'application.deleted', ids: ['37031511'], application: '46194062', job: '371417' },
  ],
  ['greenhouse/job_created', 'greenhouse', { ...ABSENT, type: 'job.created', ids: undefined, job: '371417' }],
  [
    'lever/candidateStageChange',
    'lever',
    {
      ...ABSENT,
      type: 'application.stage_changed',
      ids: ['05c248f9-ccb1-435f-bab5-0ec608aec263'],
      application: '3410c8b9-5c31-4bab-b7e9-9f710206d647',
      job: null,
    },
  ],
  [
    'ashby/candidateStageChange',
    'ashby',
    {
      ...ABSENT,
      type: 'application.stage_changed',
      name: 'Test Candidate',
      emails: ['candidate@example.com'],
      ids: ['cand-1111-2222-3333-4444'],
      application: 'app-9999-8888-7777-6666',
      job: null,
    },
  ],
  [
    'teamtailor/partner_event',
    'teamtailor',
    {
      type: 'assessment.requested',
      name: 'Juston Becker',
      emails: ['applicant100@example.com'],
      ids: ['54321', '092fba68-496c-4d44-9821-3496be2631ea'],
      application: null,
      job: '12345',
      attachments: ['example-cv.pdf resume', 'example-document.pdf other'],
    },
  ],
  ['teamtailor/company_webhook_job_update', 'teamtailor', { ...ABSENT, type: 'job.updated', ids: undefined, job: '2' }],
  [
    'smartrecruiters/application.created',
    'smartrecruiters',
    { ...ABSENT, type: 'application.created', ids: ['cid'], application: null, job: 'jid' },
    { 'event-name': 'application.created' },
  ],
  [
    'huntflow/applicant_comment',
    'huntflow',
    { ...ABSENT, type: 'application.commented', name: 'Doe John', ids: ['1'], application: null, job: '1' },
    { 'x-huntflow-event': 'APPLICANT' },
  ],
  [
    'huntflow/vacancy_edit',
    'huntflow',
    { ...ABSENT, type: 'job.updated', ids: undefined, job: '28' },
    { 'x-huntflow-event': 'VACANCY' },
  ],
];

(hasAtsFiles() ? describe : describe.skip)('the payloads of the contract', () => {
  it.each(MAPPINGS.map(([name, system, expected, headers = {}]) => [name, system, expected, headers] as const))(
    '%s gives its expected mapping',
    (name, system, expected, headers) => {
      expect(summaryOf(eventOf(read(system, fileOf(`${name}.json`), headers)))).toEqual(expected);
    },
  );

  it('workable/candidate in its envelope gives its expected mapping', () => {
    const data = (fileOf('workable/candidate.api.json') as { candidate: object }).candidate;
    const envelope = { event_type: 'candidate_created', id: 'w-1', fired_at: '2015-07-06T12:16:52Z', data };
    const event = eventOf(read('workable', envelope));
    expect(summaryOf(event)).toEqual({
      type: 'candidate.created',
      name: 'Cindy Sawyers',
      emails: ['cindy_sawyers@gmail.com'],
      ids: ['108d1748'],
      application: null,
      job: 'GROOV005',
      attachments: [],
    });
    expect(event.applications[0]).toMatchObject({ stage: 'Applied', jobTitle: 'Office Manager', status: 'active' });
  });

  it.each<[string, System]>([
    ['ashby/ping.json', 'ashby'],
    ['recruitee/test.json', 'recruitee'],
  ])('%s is a ping', (name, system) => {
    expect(read(system, fileOf(name))).toEqual({ kind: 'ping' });
  });

  it('say in which stage, which requisition and when', () => {
    const stageChange = eventOf(read('greenhouse', fileOf('greenhouse/candidate_stage_change.json')));
    expect(stageChange).toMatchObject({
      occurredAt: new Date('2015-02-09T16:38:36Z'),
      applications: [{ stage: 'Assessment', status: 'active', jobTitle: 'Designer' }],
    });
    const created = eventOf(read('greenhouse', fileOf('greenhouse/new_candidate_application.json')));
    expect(created.applications[0]).toMatchObject({
      requisitionId: 'ABC',
      appliedAt: new Date('2017-10-27T14:44:43Z'),
    });
    const merged = eventOf(read('greenhouse', fileOf('greenhouse/merge_candidate.json')));
    expect(merged.mergedInto).toEqual({ system: 'greenhouse', id: '457456' });
    const ashby = eventOf(read('ashby', fileOf('ashby/candidateStageChange.json')));
    expect(ashby.applications[0]).toMatchObject({ stage: 'Pre-Screen', status: 'active' });
    const declined = eventOf(read('huntflow', fileOf('huntflow/applicant_comment.json')));
    expect(declined).toMatchObject({
      occurredAt: new Date('2017-08-22T15:16:27Z'),
      applications: [{ stage: 'Declined', status: 'rejected' }],
    });
    const lever = eventOf(read('lever', fileOf('lever/candidateStageChange.json'), {}, new Date(1_431_454_330_072)));
    expect(lever).toMatchObject({
      occurredAt: new Date(1_431_454_330_072),
      hydrate: { opportunityId: '3410c8b9-5c31-4bab-b7e9-9f710206d647' },
    });
  });

  it.each<[string, System, string[]]>([
    ['huntflow/applicant_comment', 'huntflow', ['1970-01-01', '477233672', 'Michael']],
    ['teamtailor/partner_event', 'teamtailor', ['123456-7890', 'cloudinary', '+4670432121', 'Åsögatan', 'driver']],
    ['greenhouse/new_candidate_application', 'greenhouse', ['555-555-5555', 'Test Street', 'Stanford', 'socialmedia']],
  ])('%s leaves nothing behind that is not needed', (name, system, dropped) => {
    const kept = JSON.stringify(eventOf(read(system, fileOf(`${name}.json`))));
    for (const text of dropped) expect(kept).not.toContain(text);
  });
});

describe('events that are not acted on', () => {
  it.each<[System, object]>([
    ['greenhouse', { action: 'offer_created', payload: {} }],
    ['greenhouse', { action: 'constructor' }],
    ['greenhouse', {}],
    ['lever', { event: 'interviewCreated', data: {} }],
    ['ashby', { action: '__proto__x', data: {} }],
    ['workable', { event_type: 'toString' }],
    ['smartrecruiters', {}],
    ['teamtailor', { payload: { event_name: 'user.create', data: { id: '1' } } }],
    ['recruitee', { event_type: 'department_created' }],
    ['huntflow', { event: { type: 'OFFER' } }],
  ])('of %s are told from those that are', (system, body) => {
    expect(read(system, body).kind).toBe('unknown');
  });

  it.each<[System, object]>([
    ['greenhouse', { action: 'ping' }],
    ['ashby', { action: 'ping' }],
    ['recruitee', { test: true }],
    ['huntflow', { event: { type: 'PING' } }],
  ])('%s tests the set-up with a ping', (system, body) => {
    expect(read(system, body).kind).toBe('ping');
  });
});

describe('ids', () => {
  it('are insisted on, by their pointer', () => {
    const noId = { action: 'update_candidate', payload: { candidate: { first_name: 'X' } } };
    expect(() => read('greenhouse', noId)).toThrow(
      expect.objectContaining({ errors: [expect.objectContaining({ pointer: '/payload/candidate/id' })] }),
    );
  });

  it.each([[1.5], [2 ** 60], [''], [{}], ['a\nb'], ['x'.repeat(201)], [true]])(
    'are texts or whole numbers, not %p',
    (id) => {
      expect(() => read('greenhouse', { action: 'delete_candidate', payload: { person: { id } } })).toThrow(
        'must be the id',
      );
    },
  );
});

describe('fields that are not what they should be', () => {
  const reading = (candidate: object) =>
    eventOf(read('greenhouse', { action: 'update_candidate', payload: { candidate: { id: 1, ...candidate } } }));

  it('count as absent, and the rest is taken', () => {
    const event = reading({
      first_name: { a: 1 },
      last_name: ' Li\r\nX-Header: 1 ',
      email_addresses: ['no object', { value: 'no address' }, { value: 7 }, { value: ' a@b.example ' }, null],
      attachments: [null, 'x', { filename: 5, url: {} }],
      custom_fields: [],
    });
    expect(event.person).toEqual({
      externalIds: [{ system: 'greenhouse', id: '1' }],
      name: 'Li X-Header: 1',
      emails: ['a@b.example'],
    });
    expect(event.documents).toEqual([]);
  });

  it('are cut to their limits', () => {
    const event = reading({
      first_name: 'n'.repeat(400),
      email_addresses: Array.from({ length: 30 }, (_, i) => ({ value: `p${i}@b.example` })),
    });
    expect(event.person?.name).toHaveLength(300);
    expect(event.person?.emails).toHaveLength(20);
  });

  it('never put an event into the future', () => {
    const application = { id: 1, last_activity_at: '2999-01-01T00:00:00Z', candidate: { id: 2 } };
    const event = eventOf(read('greenhouse', { action: 'candidate_stage_change', payload: { application } }));
    expect(event.occurredAt).toEqual(NOW);
  });
});

describe('other systems', () => {
  it('recruitee: a move of a candidate in an offer', () => {
    const event = eventOf(
      read('recruitee', {
        id: 7,
        attempt_count: 1,
        created_at: '2026-11-01T10:00:00Z',
        event_type: 'candidate_moved',
        event_subtype: 'stage_changed',
        payload: {
          candidate: {
            id: 11,
            name: 'Ada Li',
            emails: ['ada@b.example'],
            phones: ['1'],
            photo_thumb_url: 'https://p.example/1',
          },
          offer: { id: 5, title: 'Welder' },
          details: { from_stage: { id: 1, name: 'Applied' }, to_stage: { id: 2, name: 'Interview' } },
        },
      }),
    );
    expect(event).toMatchObject({
      type: 'application.stage_changed',
      occurredAt: new Date('2026-11-01T10:00:00Z'),
      person: { externalIds: [{ system: 'recruitee', id: '11' }], name: 'Ada Li', emails: ['ada@b.example'] },
      applications: [{ externalId: null, jobId: '5', jobTitle: 'Welder', stage: 'Interview' }],
    });
    expect(JSON.stringify(event)).not.toContain('p.example');
  });

  it('teamtailor: people and applications of a company', () => {
    const company = (event_name: string, data: object) =>
      eventOf(read('teamtailor', { payload: { event_name, data } }));
    expect(
      company('candidate.update', {
        id: '9',
        attributes: {
          'first-name': 'Ada',
          'last-name': 'Li',
          email: 'a@b.example',
          'updated-at': '2026-11-01T10:00:00+01:00',
        },
      }),
    ).toMatchObject({
      type: 'candidate.updated',
      occurredAt: new Date('2026-11-01T09:00:00Z'),
      person: { externalIds: [{ system: 'teamtailor', id: '9' }], name: 'Ada Li', emails: ['a@b.example'] },
    });
    expect(company('candidate.destroy', { id: '9', attributes: {} })).toMatchObject({ type: 'candidate.erased' });
    const relationships = { candidate: { data: { id: '9' } }, job: { data: { id: '4' } } };
    expect(
      company('job_application.update', {
        id: '33',
        attributes: { 'rejected-at': '2026-11-01T10:00:00Z' },
        relationships,
      }),
    ).toMatchObject({
      person: { externalIds: [{ id: '9' }] },
      applications: [{ externalId: '33', jobId: '4', status: 'rejected' }],
    });
  });

  it('lever: an archive change with a reason is a rejection, one without is none', () => {
    const data = { contactId: 'c', opportunityId: 'o' };
    const archived = { ...data, toArchived: { reason: 'r-1', archivedAt: 1 } };
    const statusOf = (of: object) =>
      eventOf(read('lever', { event: 'candidateArchiveChange', data: of })).applications[0]?.status;
    expect([statusOf(archived), statusOf({ ...data, toArchived: null })]).toEqual(['rejected', 'active']);
  });

  it('indeed-apply: an application with its person', () => {
    const body = {
      id: 'i-1',
      appliedOnMillis: 1_700_000_000_000,
      applicant: { fullName: 'Ada Li', email: 'a@b.example', phoneNumber: '1' },
      job: { jobId: 'J-1', jobTitle: 'Welder' },
    };
    expect(eventOf(read('indeed-apply', body))).toMatchObject({
      type: 'application.created',
      person: { externalIds: [{ system: 'indeed-apply', id: 'i-1' }], name: 'Ada Li' },
      applications: [{ externalId: 'i-1', jobId: 'J-1' }],
    });
  });
});
