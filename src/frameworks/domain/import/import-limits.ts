/** What an uploaded framework may be at most; sizes in bytes, text in characters. */
export const IMPORT_LIMITS = {
  maxRows: 500_000,
  /** All files together, unpacked. */
  maxBytes: 256 * 1024 * 1024,
  /** Of one JSON document, unpacked: it is read as a whole. */
  maxJsonBytes: 64 * 1024 * 1024,
  /** Objects and arrays inside each other in a JSON document. */
  maxJsonDepth: 64,
  /** What a format says beyond names, texts and relations, of one entry as JSON in characters. */
  maxDetails: 20_000,
  /** Of one file as it is sent. */
  maxUploadBytes: 64 * 1024 * 1024,
  maxRowBytes: 256 * 1024,
  maxColumns: 100,
  /** Of one cell. */
  maxListItems: 200,
  /** Of one list in what an export wrote beside the members of its format. */
  maxPartItems: 5_000,
  /** Labels, references and matches of the whole upload; ESCO has about 300,000. */
  maxItems: 2_000_000,
  /** Problems that are listed; the rest is counted. */
  maxProblems: 1_000,
  maxLabel: 500,
  maxCode: 200,
  maxUri: 2_048,
  maxDefinition: 10_000,
  maxAnchor: 1_000,
  maxListCell: 20_000,
  /** Unpacked to packed size, of gzip and zip; text reaches about 20, a bomb 1,000. */
  maxGzipRatio: 200,
  maxZipEntries: 200,
} as const;
