import type { IntakeEvent } from '../intake-event.js';
import { fetchFromAshby } from './ashby.js';
import { credentialsIn, MOST_FILES } from './fetch-from-vendor.js';

const badges = Array.from({ length: MOST_FILES + 3 }, (_, n) => `badge-${n}.json`);

describe('the files of one person', () => {
  it('are fetched up to ten, those that may hold no credential not counted', async () => {
    const fetched: string[] = [];
    const files = ['cv.docx', ...badges].map((fileName) => ({
      attachment: { kind: fileName === 'cv.docx' ? ('resume' as const) : ('other' as const), fileName, url: null },
      path: `/files/${fileName}`,
    }));
    const documents = await credentialsIn(files, async (path) => {
      fetched.push(path);
      return Buffer.from('{"type":"X"}');
    });
    expect(fetched).toEqual(badges.slice(0, 10).map((name) => `/files/${name}`));
    expect(documents).toHaveLength(10);
  });

  it('are looked up at Ashby up to ten; the others are named without an address', async () => {
    const asked: string[] = [];
    const ask = async (path: string, body?: object): Promise<unknown> => {
      asked.push(path);
      if (path === '/application.info')
        return { success: true, results: { id: 'a', status: 'Active', candidate: { id: 'c' }, job: { id: 'j' } } };
      if (path === '/candidate.info')
        return { success: true, results: { fileHandles: badges.map((name) => ({ name, handle: `h-${name}` })) } };
      return { success: true, results: { url: `https://files.example/${JSON.stringify(body)}` } };
    };
    const event = { type: 'application.updated', occurredAt: new Date(), applications: [] } as unknown as IntakeEvent;
    const need = { applicationId: 'a', candidateId: 'c' };
    const found = await fetchFromAshby(need, event, {
      ask,
      page: () => Promise.resolve({ body: undefined, nextUrl: undefined }),
      file: async () => undefined,
    });
    expect(asked.filter((path) => path === '/file.info')).toHaveLength(10);
    expect(found?.attachments.map(({ url }) => url === null)).toEqual([...Array(10).fill(false), true, true, true]);
  });
});
