import { checkQuestions } from './checks/check-questions.js';
import { documentMethods } from './keys/index.js';
import { jwsAlgorithms } from './proofs/jws-algorithms.js';
import { suites } from './proofs/suites.js';
import { formats } from './reading/formats.js';
import type { FormatDescription } from './reading/format.js';
import { tokenStatusName } from './status/token-status.js';
import { statusTypes } from './status/status-types.js';

/** What can be verified here, as the lists that verification itself works with say it. */
export interface SupportMatrix {
  /** In the order in which they are tried. */
  formats: readonly FormatDescription[];
  /** Ways of signing with a `proof` inside the document. */
  embeddedSuites: readonly { name: string; key: string }[];
  /** Ways of signing as a JWS around the document. */
  jwsAlgorithms: readonly { name: string; key: string }[];
  /** Kinds of ids that keys are looked up by, and who is asked. */
  keyMethods: readonly { name: string; asks: string }[];
  /** Types of `credentialStatus` that are read, and members of the claim `status` of a JWT. */
  statusTypes: readonly string[];
  /** What is checked, in the order of the report. */
  checks: readonly { id: string; asks: string }[];
}

/** Nothing is written down a second time: what is not in the lists is not supported, and the other way round. */
export function supportMatrix(): SupportMatrix {
  return {
    formats: formats.map(({ about }) => about),
    embeddedSuites: suites.map(({ name, keyName }) => ({ name, key: keyName })),
    jwsAlgorithms: [...jwsAlgorithms].map(([name, { keyName }]) => ({ name, key: keyName })),
    keyMethods: documentMethods.map(({ name, asks }) => ({ name, asks })),
    statusTypes: [...statusTypes.flatMap(({ names }) => names), tokenStatusName],
    checks: [...checkQuestions].map(([id, asks]) => ({ id, asks })),
  };
}
