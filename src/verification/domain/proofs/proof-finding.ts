import type { KeyResolution } from '../keys/index.js';
import type { Objection } from '../verdict.js';

/** What one proof, embedded or JWS, turned out to be. */
export interface ProofFinding {
  /** Which proof: `proof`, `proof/1` (JSON pointer without the first slash), or `jws`. */
  subject: string;
  /** Name of the suite or algorithm, as the proof states it. */
  suite: string;
  /**
   * `valid`: the mathematics is right; `invalid`: it is not; `unchecked`: it could not be done; `unsupported`: nobody
   * here knows how.
   */
  signature: 'valid' | 'invalid' | 'unchecked' | 'unsupported';
  code: string;
  detail: string;
  /** What speaks against the credential; the signature may be valid all the same (purpose, expiry of the proof). */
  objection?: Objection;
  retryable?: boolean;
  /** What is worth seeing about a valid proof and speaks against nothing. */
  remarks?: readonly { code: string; detail: string }[];
  /** Of embedded proofs: what the suite signs. Absent where nobody here knows the suite. */
  signsOver?: 'rdf' | 'text';
  /** The proof builds on earlier ones, which its signature covers. */
  isChained?: boolean;
  /** The verification method that the proof names. */
  method?: string;
  /** Absent where no key was looked for. */
  key?: KeyResolution;
}
