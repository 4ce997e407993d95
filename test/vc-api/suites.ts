/** A test suite of the W3C whose verifier parts are run. */
export interface Suite {
  /** Owner and name at GitHub. */
  repository: string;
  /** The test files that ask a verifier something; those that only look at what an issuer makes are left out. */
  files: readonly string[];
  /** Tags under which the suite looks for verifiers. */
  verifierTags: readonly string[];
  /** Tags under which it looks for an issuer, where a verifier test needs one. */
  issuerTags: readonly string[];
  /** The call that issues; `/credentials/issue` without it. */
  issuer?: string;
  /** Of the titles of tests that ask nothing of a verifier. */
  leftOut?: RegExp;
  /** A repository of test vectors, and where in the suite it lies. */
  vectors?: { repository: string; folder: string };
}

export const suites: readonly Suite[] = [
  {
    repository: 'w3c/vc-data-model-2.0-test-suite',
    files: ['tests/*.js'],
    verifierTags: ['vc2.0', 'EnvelopingProof'],
    issuerTags: ['vc2.0'],
  },
  {
    repository: 'w3c/vc-di-eddsa-test-suite',
    files: [
      'tests/15-di-rdfc-verify.js',
      'tests/30-rdfc-interop.js',
      'tests/60-jcs-interop.js',
      'tests/80-algorithms.js',
    ],
    verifierTags: ['eddsa-rdfc-2022'],
    issuerTags: ['eddsa-rdfc-2022'],
  },
  {
    repository: 'w3c/vc-di-ecdsa-test-suite',
    files: [
      'tests/15-rdfc-di-verify.js',
      'tests/45-sd-di-verify.js',
      'tests/90-algorithms-jcs.js',
      'tests/90-algorithms-rdfc.js',
      'tests/90-algorithms-sd.js',
      'tests/95-functions-sd.js',
    ],
    verifierTags: ['ecdsa-rdfc-2019', 'ecdsa-sd-2023', 'ecdsa-jcs-2019'],
    issuerTags: [],
    vectors: { repository: 'w3c/vc-di-ecdsa', folder: 'tests/input/vc-di-ecdsa' },
  },
  {
    repository: 'w3c/vc-bitstring-status-list-test-suite',
    files: ['tests/20-algorithms.js', 'tests/30-interop.js'],
    verifierTags: ['BitstringStatusList'],
    issuerTags: ['BitstringStatusList'],
    issuer: '/status/issue',
  },
  {
    repository: 'w3c/vc-jose-cose-test-suite',
    files: ['tests/test-runner.js'],
    verifierTags: [],
    issuerTags: [],
    leftOut: /Issuance/,
  },
];

/** What the suites take from GitHub besides packages. */
export const libraries: readonly string[] = [
  'w3c/vc-test-suite-implementations',
  'w3c-ccg/data-integrity-test-suite-assertion',
];

export const nameOf = (repository: string): string => repository.slice(repository.indexOf('/') + 1);
