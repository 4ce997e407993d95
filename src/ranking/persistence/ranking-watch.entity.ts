import { Check, Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';

@Entity('ranking_watch')
@Check('ranking_watch_first', `first BETWEEN 1 AND 100`)
@ForeignKey('role_profile', ['organizationId', 'roleProfileId'], ['organizationId', 'id'], {
  name: 'ranking_watch_profile_fkey',
  onDelete: 'CASCADE',
})
export class RankingWatchRow {
  @PrimaryColumn('uuid', { name: 'organization_id', primaryKeyConstraintName: 'ranking_watch_pkey' })
  organizationId: string;
  @PrimaryColumn('uuid', { name: 'role_profile_id', primaryKeyConstraintName: 'ranking_watch_pkey' })
  roleProfileId: string;
  @Column('integer') first: number;
  @Column('integer', { default: 0 }) revision: number;
  @Column('jsonb', { nullable: true }) seen: object | null;
  @Column('jsonb', { nullable: true }) standing: object | null;
  @Column('timestamptz', { name: 'checked_at', nullable: true }) checkedAt: Date | null;
}
