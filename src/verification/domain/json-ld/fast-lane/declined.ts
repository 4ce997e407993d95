/**
 * The fast lane met something that it cannot prove to read as the general library does. Never an answer about the
 * document: the general lane then says what is the matter with it, if anything is.
 */
export class Declined extends Error {}

export function decline(why: string): never {
  throw new Declined(why);
}
