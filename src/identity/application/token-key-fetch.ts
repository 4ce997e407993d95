/** How the documents of token issuers are fetched. */
export abstract class TokenKeyFetch {
  /** @returns the body of a successful answer; undefined for every failure, which passes */
  abstract load(url: string): Promise<Buffer | undefined>;
}
