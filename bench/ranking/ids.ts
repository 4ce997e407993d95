const id = (kind: string, number: number): string =>
  `${kind}0000000-0000-7000-8000-${number.toString(16).padStart(12, '0')}`;

export const ORGANIZATION = id('0', 1);
export const FRAMEWORK = id('1', 1);
export const VERSION = id('2', 1);
export const competencyId = (number: number): string => id('c', number);
export const competencyOf = (text: string): number => parseInt(text.slice(24), 16);
