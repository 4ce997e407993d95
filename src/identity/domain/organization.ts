/** The employer; every row belongs to one. */
export interface Organization {
  readonly id: string;
  readonly name: string;
  readonly createdAt: Date;
}
