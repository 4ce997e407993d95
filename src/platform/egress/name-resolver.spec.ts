import { resolveWith } from './name-resolver.js';

const code = (name: string) => Promise.reject(Object.assign(new Error(name), { code: name }));
const answering = (four: () => Promise<string[]>, six: () => Promise<string[]>) =>
  resolveWith({ resolve4: four, resolve6: six } as unknown as Parameters<typeof resolveWith>[0])('example.edu');

describe('resolveWith', () => {
  it('gives every address of both kinds, IPv4 first', async () => {
    const found = await answering(
      async () => ['8.8.8.8', '8.8.4.4'],
      async () => ['2606:4700::1'],
    );
    expect(found).toEqual(['8.8.8.8', '8.8.4.4', '2606:4700::1']);
  });

  it.each(['ENODATA', 'ENOTFOUND', 'ESERVFAIL', 'ETIMEOUT'])(
    'gives one kind when the other fails with %s',
    async (name) => {
      expect(
        await answering(
          async () => ['8.8.8.8'],
          () => code(name),
        ),
      ).toEqual(['8.8.8.8']);
      expect(
        await answering(
          () => code(name),
          async () => ['2606:4700::1'],
        ),
      ).toEqual(['2606:4700::1']);
    },
  );

  it('gives nothing for a name without addresses', async () => {
    expect(
      await answering(
        () => code('ENOTFOUND'),
        () => code('ENODATA'),
      ),
    ).toEqual([]);
  });

  it.each(['ESERVFAIL', 'ETIMEOUT'])('rejects when nobody can say: %s', async (name) => {
    await expect(
      answering(
        () => code('ENODATA'),
        () => code(name),
      ),
    ).rejects.toMatchObject({ code: name });
  });
});
