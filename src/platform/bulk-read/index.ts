export { copiedFields } from './copied-fields.js';
export { type BulkRead, BulkReader } from './bulk-reader.js';
