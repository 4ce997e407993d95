import { monthsBefore } from './calendar-months.js';

describe('monthsBefore', () => {
  it.each([
    ['keeps day and time of day', '2026-11-23T08:30:15.250Z', 36, '2023-11-23T08:30:15.250Z'],
    ['crosses a year', '2026-01-15T00:00:00.000Z', 1, '2025-12-15T00:00:00.000Z'],
    ['takes the last day of a shorter month', '2026-03-31T00:00:00.000Z', 1, '2026-02-28T00:00:00.000Z'],
    ['knows leap years', '2024-03-31T00:00:00.000Z', 1, '2024-02-29T00:00:00.000Z'],
    ['takes 28 February a year before 29 February', '2024-02-29T23:59:59.999Z', 12, '2023-02-28T23:59:59.999Z'],
    ['goes back whole centuries', '2026-05-01T00:00:00.000Z', 1200, '1926-05-01T00:00:00.000Z'],
  ])('%s', (_, instant, months, earlier) => {
    expect(monthsBefore(new Date(instant), months).toISOString()).toBe(earlier);
  });
});
