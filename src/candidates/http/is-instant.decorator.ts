import { ValidateBy } from 'class-validator';

const DAY_OR_INSTANT = /^\d{4}-\d\d-\d\d(?:[Tt]\d\d:\d\d:\d\d(?:\.\d{1,9})?(?:[Zz]|[+-]\d\d:\d\d))?$/;

/** An RFC 3339 instant with its zone, or a day, which begins at midnight UTC; and one that exists (no 30 February). */
export const isInstant = (value: unknown): boolean =>
  typeof value === 'string' &&
  DAY_OR_INSTANT.test(value) &&
  !Number.isNaN(Date.parse(value)) &&
  new Date(`${value.slice(0, 10)}T00:00:00Z`).toISOString().startsWith(value.slice(0, 10));

export const IsInstant = (): PropertyDecorator =>
  ValidateBy({
    name: 'isInstant',
    validator: {
      validate: isInstant,
      defaultMessage: () => '$property must be an RFC 3339 instant with its zone, or a day',
    },
  });
