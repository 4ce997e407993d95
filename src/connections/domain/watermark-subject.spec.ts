import { watermarkSubject } from './watermark-subject.js';

describe('watermarkSubject', () => {
  it('tells aspects, systems and ids apart, however they are cut', () => {
    const subjects = [
      watermarkSubject('any', { system: 'ab', id: 'c' }),
      watermarkSubject('any', { system: 'a', id: 'bc' }),
      watermarkSubject('name', { system: 'ab', id: 'c' }),
    ];
    expect(new Set(subjects.map((subject) => subject.toString('hex'))).size).toBe(3);
    expect(watermarkSubject('any', { system: 'ab', id: 'c' })).toEqual(subjects[0]);
  });
});
