/** One record of a table with the line on which it begins. */
export interface TableRecord {
  readonly line: number;
  readonly cells: string[];
}
