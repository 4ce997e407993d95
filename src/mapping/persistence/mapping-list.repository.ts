import { Injectable } from '@nestjs/common';
import type { Transaction } from '../../platform/database/index.js';

/** A mapping that stands, with the claim it is about and the words of the framework version it was made with. */
export interface ListedMapping {
  readonly id: string;
  readonly credentialId: string;
  readonly candidateId: string;
  readonly state: string;
  readonly method: string;
  readonly score: number;
  readonly claim: {
    position: number;
    jsonPath: string;
    kind: string;
    text: string | null;
    uri: string | null;
    origin: string;
  } | null;
  readonly competency: {
    id: string;
    label: string | null;
    uri: string;
    frameworkName: string | null;
    frameworkVersion: string | null;
  } | null;
  readonly evidence: object;
  readonly madeAt: Date;
}

/** Labels are those of the framework version that the mapping was made with. */
const LIST = `
  SELECT m.id, m.credential_id AS "credentialId", r.candidate_id AS "candidateId", m.state, m.method, m.score,
    CASE WHEN c.position IS NOT NULL THEN jsonb_build_object('position', c.position, 'jsonPath', c.json_path,
      'kind', c.kind, 'text', c.text, 'uri', c.uri, 'origin', c.origin) END AS claim,
    CASE WHEN k.id IS NOT NULL THEN jsonb_build_object('id', k.id, 'label', e.label, 'uri', k.uri,
      'frameworkName', f.name, 'frameworkVersion', v.version) END AS competency,
    m.evidence, m.made_at AS "madeAt"
  FROM mapping m
  JOIN credential r ON r.organization_id = m.organization_id AND r.id = m.credential_id
  LEFT JOIN claim c ON c.organization_id = m.organization_id AND c.credential_id = m.credential_id
    AND c.position = m.claim_position
  LEFT JOIN competency k ON k.organization_id = m.organization_id AND k.id = m.competency_id
  LEFT JOIN framework f ON f.organization_id = k.organization_id AND f.id = k.framework_id
  LEFT JOIN framework_version v ON v.organization_id = m.organization_id AND v.id = m.framework_version_id
  LEFT JOIN competency_entry e ON e.organization_id = m.organization_id
    AND e.framework_version_id = m.framework_version_id AND e.competency_id = m.competency_id
  WHERE m.organization_id = $1 AND m.superseded_at IS NULL`;

@Injectable()
export class MappingListRepository {
  /** In the order they were made. */
  list(
    tx: Transaction,
    filter: { state?: string | undefined; credentialId?: string | undefined; q?: string | undefined },
    after: string | null,
    limit: number,
  ): Promise<ListedMapping[]> {
    return tx.query<ListedMapping>(
      `${LIST} AND ($2::text IS NULL OR m.state = $2) AND ($3::uuid IS NULL OR m.credential_id = $3)
         AND ($4::uuid IS NULL OR m.id > $4)
         AND ($6::text IS NULL OR strpos(lower(concat_ws(' ', c.text, c.uri, c.code)), lower($6)) > 0)
       ORDER BY m.id LIMIT $5`,
      [tx.organizationId, filter.state ?? null, filter.credentialId ?? null, after, limit, filter.q ?? null],
    );
  }
}
