import { Injectable } from '@nestjs/common';
import type { CursorFilters, PageQuery } from '../../platform/http/index.js';
import { Cursors } from '../../platform/http/index.js';
import { profileMoves, type ProfilePage, type RehearsedMovesFound } from '../../ranking/index.js';

/** Pages over the published profiles of what was rehearsed. */
@Injectable()
export class RehearsedPages {
  constructor(private readonly cursors: Cursors) {}

  async asked(organizationId: string, query: PageQuery, filters: CursorFilters): Promise<ProfilePage> {
    const start = await this.cursors.start(organizationId, query, filters);
    return { before: start === undefined ? null : String(start[0]), limit: query.limit };
  }

  async answer(
    organizationId: string,
    query: PageQuery,
    filters: CursorFilters,
    found: RehearsedMovesFound | null,
  ): Promise<object> {
    if (found === null) return { data: null, policyVersion: null, asOf: null, nextCursor: null };
    const { profiles, moves, policyVersion, asOf } = found;
    const { data, nextCursor } = await this.cursors.page(
      organizationId,
      query,
      filters,
      profiles,
      ({ roleProfileId }) => [roleProfileId],
      (profile) => profileMoves(profile, moves),
    );
    return { data, policyVersion, asOf, nextCursor };
  }
}
