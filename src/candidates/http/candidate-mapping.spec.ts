import { toCandidateCommand } from './candidate-mapping.js';

const at = new Date('2026-11-02T09:30:00Z');

describe('toCandidateCommand', () => {
  it('leaves out what was not given, so that it stays as it is', () => {
    expect(toCandidateCommand({}, at)).toEqual({ externalIds: [], applications: [] });
  });

  it('clears what was given as null, as a merge patch does', () => {
    const given = { name: null, emails: null, dids: null, externalIds: null, applications: null };
    expect(toCandidateCommand(given as never, at)).toEqual({
      externalIds: [],
      name: null,
      emails: [],
      dids: [],
      applications: [],
    });
  });

  it('reads an application under the system of the first external id, without the fields that are null', () => {
    const application = { externalId: '7', jobId: 'J', appliedAt: null, stage: null, system: null };
    const command = toCandidateCommand(
      { externalIds: [{ system: 'ats', id: '1' }], applications: [application] } as never,
      at,
    );
    expect(command.applications).toEqual([{ externalId: '7', jobId: 'J', system: 'ats', changedAt: at }]);
  });
});
