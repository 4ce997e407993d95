import { Injectable } from '@nestjs/common';
import type { SystemTransaction, Transaction } from '../../platform/database/index.js';
import type { Organization } from '../domain/organization.js';

interface OrganizationColumns {
  organization_id: string;
  name: string;
  created_at: Date;
}

@Injectable()
export class OrganizationRepository {
  async insert(tx: Transaction, organization: Organization, cursorSecret: Buffer): Promise<void> {
    await tx.query(
      `INSERT INTO organization (organization_id, name, cursor_secret, created_at) VALUES ($1, $2, $3, $4)`,
      [tx.organizationId, organization.name, cursorSecret, organization.createdAt],
    );
  }

  async find(tx: Transaction): Promise<Organization | undefined> {
    const [row] = await tx.query<OrganizationColumns>(
      `SELECT organization_id, name, created_at FROM organization WHERE organization_id = $1`,
      [tx.organizationId],
    );
    return row && { id: row.organization_id, name: row.name, createdAt: row.created_at };
  }

  async listIds(tx: SystemTransaction): Promise<string[]> {
    const rows = await tx.query<{ organization_id: string }>(
      `SELECT organization_id FROM organization ORDER BY organization_id`,
    );
    return rows.map((row) => row.organization_id);
  }
}
