import { Malformed } from '../../platform/errors/index.js';
import { readCandidateSubmission } from './read-candidate-submission.js';

const at = new Date('2026-11-02T09:30:00Z');
const read = (source: string, pointer?: string) => readCandidateSubmission(JSON.parse(source), source, at, pointer);
const pointersOf = async (source: string, pointer?: string) => {
  const error: unknown = await read(source, pointer).then(
    () => undefined,
    (reason: unknown) => reason,
  );
  return error instanceof Malformed ? error.errors.map((problem) => problem.pointer) : [];
};

describe('readCandidateSubmission', () => {
  it('reads a person with applications and documents', async () => {
    const { command, documents } = await read(
      `{"externalIds":[{"system":"ats","id":"1"}],"name":"Amara","applications":[{"externalId":"a","jobId":"j"}],
        "credentials":[{"type":"X","n":1.0},"eyJh.eyJi.c2ln"]}`,
    );
    expect(command).toEqual({
      externalIds: [{ system: 'ats', id: '1' }],
      name: 'Amara',
      applications: [{ externalId: 'a', jobId: 'j', system: 'ats', changedAt: at }],
    });
    expect(documents.map(({ bytes }) => bytes.toString())).toEqual(['{"type":"X","n":1.0}', 'eyJh.eyJi.c2ln']);
  });

  it('needs nothing but an object', async () => {
    expect(await read('{}')).toEqual({ command: { externalIds: [], applications: [] }, documents: [] });
  });

  it.each([
    ['no object', '[]', ['']],
    ['an unknown member', '{"score":100}', ['/score']],
    [
      'members of the wrong kind',
      '{"emails":"a@b.example","externalIds":[{"system":"x"}]}',
      ['/externalIds/0/id', '/emails'],
    ],
    ['credentials that are no list', '{"credentials":{}}', ['/credentials']],
    ['a broken credential', '{"credentials":["x",5]}', ['/credentials/1']],
    [
      'too many credentials',
      JSON.stringify({ credentials: Array.from({ length: 51 }, (_, i) => `c${i}`) }),
      ['/credentials'],
    ],
    [
      'too many e-mails',
      JSON.stringify({ emails: Array.from({ length: 21 }, (_, i) => `a${i}@b.example`) }),
      ['/emails'],
    ],
  ])('refuses %s with pointers', async (_name, source, pointers) => {
    expect([...new Set(await pointersOf(source))].sort()).toEqual([...pointers].sort());
  });

  it('points into the whole when the person is a part of it', async () => {
    expect(await pointersOf('{"name":7,"credentials":[]}', '/data')).toContain('/data/name');
    expect(await pointersOf('{"credentials":[7]}', '/data')).toEqual(['/data/credentials/0']);
  });
});
