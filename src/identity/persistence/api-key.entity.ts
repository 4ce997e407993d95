import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { OrganizationRow } from './organization.entity.js';

@Entity('api_key')
@Check('api_key_has_roles', 'cardinality(roles) > 0')
@Index('api_key_by_hash', ['keyHash'])
@ForeignKey(() => OrganizationRow, ['organizationId'], ['organizationId'], { name: 'api_key_organization_fkey' })
export class ApiKeyRow {
  @PrimaryColumn('uuid', { name: 'organization_id', primaryKeyConstraintName: 'api_key_pkey' }) organizationId: string;
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'api_key_pkey' }) id: string;
  @Column('text') name: string;
  @Column('text') prefix: string;
  @Column('text', { name: 'last_four' }) lastFour: string;
  @Column('bytea', { name: 'key_hash' }) keyHash: Buffer;
  @Column('text', { array: true }) roles: string[];
  @Column('timestamptz', { name: 'created_at', default: () => 'now()' }) createdAt: Date;
  @Column('timestamptz', { name: 'expires_at', nullable: true }) expiresAt: Date | null;
  @Column('timestamptz', { name: 'revoked_at', nullable: true }) revokedAt: Date | null;
  @Column('timestamptz', { name: 'last_used_at', nullable: true }) lastUsedAt: Date | null;
}
