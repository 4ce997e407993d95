import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../../database/index.js';
import { type CursorFilters, type CursorValues, decodeCursor, encodeCursor, filterHashOf } from './cursor.js';
import { page, type Page } from './page.js';
import type { PageQuery } from './page-query.dto.js';

const MAX_SECRETS = 10_000;

/** Keyset paging with the cursor secret of each organization. */
@Injectable()
export class Cursors {
  // A secret never changes, so a cached one is never stale.
  private readonly secrets = new Map<string, Buffer>();

  constructor(private readonly unitOfWork: UnitOfWork) {}

  /**
   * Where the page begins.
   *
   * @param filters all that decides which rows the list has and in which order, the list's own name included
   * @returns sort values of the row to continue after; undefined for the first page
   * @throws {Malformed} `invalid-cursor`, `cursor-filter-changed`
   */
  async start(organizationId: string, query: PageQuery, filters: CursorFilters): Promise<CursorValues | undefined> {
    if (query.cursor === undefined) return undefined;
    return decodeCursor(await this.secretOf(organizationId), query.cursor, filterHashOf(filters));
  }

  /**
   * The page of rows that were asked for with `limit + 1`: the row too many only shows that there is a next page.
   *
   * @param keyOf sort values of a row, as `start` gives them back
   */
  async page<Row, T>(
    organizationId: string,
    query: PageQuery,
    filters: CursorFilters,
    rows: readonly Row[],
    keyOf: (row: Row) => CursorValues,
    present: (row: Row) => T,
  ): Promise<Page<T>> {
    const shown = rows.slice(0, query.limit);
    const last = shown.at(-1);
    const more = rows.length > query.limit && last !== undefined;
    return page(shown.map(present), more ? await this.encode(organizationId, filters, keyOf(last)) : null);
  }

  /** The cursor that continues after a row with these sort values. */
  async encode(organizationId: string, filters: CursorFilters, values: CursorValues): Promise<string> {
    return encodeCursor(await this.secretOf(organizationId), { filterHash: filterHashOf(filters), values });
  }

  private async secretOf(organizationId: string): Promise<Buffer> {
    const cached = this.secrets.get(organizationId);
    if (cached !== undefined) return cached;
    const [row] = await this.unitOfWork.run(organizationId, (tx) =>
      tx.query<{ cursor_secret: Buffer }>('SELECT cursor_secret FROM organization WHERE organization_id = $1', [
        organizationId,
      ]),
    );
    if (row === undefined) throw new Error('the organization does not exist');
    if (this.secrets.size >= MAX_SECRETS) this.secrets.clear();
    this.secrets.set(organizationId, row.cursor_secret);
    return row.cursor_secret;
  }
}
