/** What one multipart form may hold. Sizes in bytes. */
export interface MultipartLimits {
  readonly maxFileBytes: number;
  readonly maxFiles: number;
  /** All files together; default: the size of one. */
  readonly maxTotalBytes?: number;
  /** Default 20. */
  readonly maxFields?: number;
  /** Default 8 KiB. */
  readonly maxFieldBytes?: number;
}
