/** A candidate of this world. The name is for display; nothing about the person enters a score. */
export interface DemoPerson {
  readonly key: string;
  readonly name: string;
  readonly email: string;
  /** By which of the three ways the person's documents come in. */
  readonly way: 'rest' | 'webhook' | 'import';
}

const person = (key: string, name: string, way: DemoPerson['way']): DemoPerson => ({
  key,
  name,
  email: `${key}@mail.example`,
  way,
});

export const PEOPLE: readonly DemoPerson[] = [
  person('amara', 'Amara Diallo', 'rest'),
  person('bogdan', 'Bogdan Ionescu', 'rest'),
  person('chiara', 'Chiara Ricci', 'rest'),
  person('dmitri', 'Dmitri Petrov', 'rest'),
  person('elif', 'Elif Kaya', 'webhook'),
  person('farid', 'Farid Haddad', 'webhook'),
  person('grace', 'Grace Okafor', 'webhook'),
  person('hiro', 'Hiro Tanaka', 'webhook'),
  person('ines', 'Ines Moreau', 'import'),
  person('jonas', 'Jonas Weber', 'import'),
  person('kezia', 'Kezia Brown', 'import'),
  person('luca', 'Luca Rossi', 'import'),
];

export const emailOf = (key: string): string => PEOPLE.find((p) => p.key === key)?.email ?? `${key}@mail.example`;
