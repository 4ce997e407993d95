/** A challenge of ours that a holder answers; each may be answered once. */
export interface IssuedChallenge {
  /** Of the request that it was issued with. */
  requestId: string;
  /** For whom the holder has to sign. */
  domain: string;
  /** `used`: by another document than the one that is looked at. */
  state: 'open' | 'used' | 'expired';
}

/** The challenges that were issued to whoever handed the document in. */
export interface IssuedChallenges {
  find(challenge: string): Promise<IssuedChallenge | undefined>;
}
