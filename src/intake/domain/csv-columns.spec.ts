import { columnNamed, CSV_COLUMNS, importLineOf } from './csv-columns.js';

const lineOf = (cells: Record<string, string>) => importLineOf(new Map(Object.entries(cells)));

describe('importLineOf', () => {
  it('gives a row with every column the line that the columns say', () => {
    const cells = Object.fromEntries(CSV_COLUMNS.map(({ name, example }) => [name, example || 'eyJh.eyJi.c2ln']));
    expect(lineOf(cells)).toEqual({
      externalIds: [{ system: 'our-ats', id: '4711' }],
      name: 'Amara Diallo',
      emails: ['amara@mail.example', 'a.diallo@work.example'],
      dids: ['did:web:amara.example'],
      applications: [
        {
          externalId: 'a-81',
          jobId: 'JOB-117',
          jobTitle: 'Warehouse operator',
          status: 'active',
          stage: 'Interview',
          appliedAt: '2026-11-02T09:30:00Z',
        },
      ],
      credentials: [
        'eyJh.eyJi.c2ln',
        {
          document: { url: 'https://badges.example/assertions/1' },
          contentType: 'application/vnd.credence.link+json',
        },
      ],
    });
  });

  it.each([
    ['an id without its system', { externalId: '1' }, { externalIds: [{ system: 'csv', id: '1' }] }],
    ['a system without an id, so that it is refused', { externalSystem: 'x' }, { externalIds: [{ system: 'x' }] }],
    [
      'blank cells, which say nothing',
      { name: ' ', emails: ' ;, ', externalId: '1' },
      expect.not.objectContaining({ name: '' }),
    ],
    ['blanks around a text', { name: '  Amara ' }, { name: 'Amara' }],
    ['nothing at all', { name: '', emails: '' }, undefined],
    [
      'lists apart by anything usual',
      { emails: 'a@b.example,c@d.example  e@f.example;' },
      { emails: ['a@b.example', 'c@d.example', 'e@f.example'] },
    ],
    ['an application without its id, so that it is refused', { jobId: 'J' }, { applications: [{ jobId: 'J' }] }],
  ])('reads %s', (_name, cells, expected) => {
    expect(lineOf(cells)).toEqual(expected);
  });
});

describe('columnNamed', () => {
  it.each([
    ['Emails', 'emails'],
    [' JOBID ', 'jobId'],
    ['score', undefined],
    ['__proto__', undefined],
    ['', undefined],
  ])('knows %p as %p', (cell, name) => {
    expect(columnNamed(cell)?.name).toBe(name);
  });
});
