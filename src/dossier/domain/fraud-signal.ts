/** What makes a careful person look twice. None of them changes a verdict, a holding or a rank. */
export const FRAUD_SIGNALS = {
  'shared-document': 'The very same document was handed in for several candidates.',
  'changed-document': 'One issuer’s document of the same id was handed in with different contents.',
  'shared-evidence': 'One issuer points to the same evidence for several candidates.',
  'shared-evidence-content': 'The same file is attached as evidence for several candidates.',
  burst: 'Unusually many documents came within one hour.',
} as const;

export type FraudSignalKind = keyof typeof FRAUD_SIGNALS;
export const FRAUD_SIGNAL_KINDS = Object.keys(FRAUD_SIGNALS) as FraudSignalKind[];

/** Documents of one candidate in one hour that are worth a look. */
export const BURST_OF_CANDIDATE = 20;

export interface FraudSignal {
  readonly kind: FraudSignalKind;
  readonly explanation: string;
  /** What they have in common: a hash, a document id, an address, an hour. */
  readonly key: string;
  /** At most 50. */
  readonly credentialIds: readonly string[];
  readonly candidateIds: readonly string[];
}
