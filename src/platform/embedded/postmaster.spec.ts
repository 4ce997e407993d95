import { parsePostmasterFile } from './postmaster.js';

describe('parsePostmasterFile', () => {
  it('reads process and port', () => {
    const text = '4711\n/data/18/data\n1790000000\n41577\n\n127.0.0.1\n  1234  5\nready   \n';
    expect(parsePostmasterFile(text)).toEqual({ pid: 4711, port: 41577 });
  });

  it('reads a file whose server has just begun, with no port yet', () => {
    expect(parsePostmasterFile('4711\n/data\n1790000000\n')).toEqual({ pid: 4711, port: 0 });
  });

  it.each(['', 'no number\n', '-4711\n/data\n1\n5432\n', '0\n'])('reads no process out of %p', (text) => {
    expect(parsePostmasterFile(text)).toBeUndefined();
  });
});
