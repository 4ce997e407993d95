import { Injectable } from '@nestjs/common';
import { AuditLog } from '../../audit/index.js';
import type { Principal } from '../../identity/index.js';
import { Clock } from '../../platform/clock/index.js';
import type { Transaction } from '../../platform/database/index.js';
import { NotFound } from '../../platform/errors/index.js';
import { newId } from '../../platform/ids/index.js';
import { Outbox } from '../../platform/outbox/index.js';
import type { ProfileDraft } from '../domain/profile-draft.js';
import { NotPublished } from '../domain/profile-errors.js';
import type { Requirement } from '../domain/requirement.js';
import type { RoleProfile, RoleProfileVersion } from '../domain/role-profile.js';
import { RoleProfileRepository } from '../persistence/role-profile.repository.js';
import { ProfileChecker } from './profile-checker.js';

/** Writing and publishing role profiles. Callers open the transaction. */
@Injectable()
export class RoleProfiles {
  constructor(
    private readonly profiles: RoleProfileRepository,
    private readonly checker: ProfileChecker,
    private readonly outbox: Outbox,
    private readonly audit: AuditLog,
    private readonly clock: Clock,
  ) {}

  /** @throws {ProfileImpossible} */
  async create(tx: Transaction, draft: ProfileDraft, actor: Principal): Promise<RoleProfile> {
    const requirements = await this.checker.settle(tx, draft, []);
    const id = newId();
    const content = { title: draft.title, requirements, groups: draft.groups };
    await this.profiles.insert(tx, id, content, actor.id, this.clock.now());
    await this.record(tx, actor, 'role-profile.created', id);
    return this.present(tx, id);
  }

  /**
   * A new draft that asks what another profile asks.
   *
   * @param from a published version; the draft as it stands when null
   * @param title that of the other when null
   * @throws {NotFound} @throws {ProfileImpossible} when a framework changed so that it can no longer be kept
   */
  async clone(
    tx: Transaction,
    id: string,
    from: number | null,
    title: string | null,
    actor: Principal,
  ): Promise<RoleProfile> {
    const draft = await this.present(tx, id);
    const source = from === null ? draft : await this.version(tx, id, from);
    const { requirements, groups } = source;
    await this.checker.settle(tx, source, requirements);
    const cloneId = newId();
    const content = { title: title ?? source.title, requirements, groups };
    await this.profiles.insert(tx, cloneId, content, actor.id, this.clock.now());
    await this.record(tx, actor, 'role-profile.created', cloneId, { clonedFrom: id, version: from });
    return this.present(tx, cloneId);
  }

  /**
   * Replaces the draft; published versions stay as they are.
   *
   * @param allow looks at the row version that would be changed and throws when the sender does not know it
   */
  async change(
    tx: Transaction,
    id: string,
    draft: ProfileDraft,
    actor: Principal,
    allow: (rowVersion: number) => void,
  ): Promise<RoleProfile> {
    const before = await this.present(tx, id, 'for-update');
    allow(before.rowVersion);
    const requirements = await this.checker.settle(tx, draft, before.requirements);
    const content = { title: draft.title, requirements, groups: draft.groups };
    await this.profiles.update(tx, id, content, this.clock.now());
    await this.record(tx, actor, 'role-profile.changed', id);
    return this.present(tx, id);
  }

  /**
   * What a draft would ask if it were kept; nothing is written.
   *
   * @param before what the profile asks now; empty for a new one
   * @throws {ProfileImpossible}
   */
  async unsaved(
    tx: Transaction,
    draft: ProfileDraft,
    before: readonly Requirement[],
  ): Promise<Pick<RoleProfile, 'requirements' | 'groups'>> {
    return { requirements: await this.checker.settle(tx, draft, before), groups: draft.groups };
  }

  /**
   * Makes the draft a version that never changes. A draft that is the latest version already stays that version.
   *
   * @throws {ProfileImpossible} when a framework changed so that the draft can no longer be kept
   */
  async publish(
    tx: Transaction,
    id: string,
    actor: Principal,
    allow: (rowVersion: number) => void,
  ): Promise<{ version: RoleProfileVersion; profile: RoleProfile; isNew: boolean }> {
    const draft = await this.present(tx, id, 'for-update');
    allow(draft.rowVersion);
    const latest = draft.publishedVersion === null ? undefined : await this.version(tx, id, draft.publishedVersion);
    if (latest !== undefined && isSame(latest, draft)) return { version: latest, profile: draft, isNew: false };
    await this.checker.settle(tx, draft, draft.requirements);
    const number = (draft.publishedVersion ?? 0) + 1;
    await this.profiles.publish(tx, draft, number, actor.id, this.clock.now());
    await this.outbox.publish(tx, { topic: 'profile.published', payload: { roleProfileId: id, version: number } });
    await this.record(tx, actor, 'role-profile.published', id, { version: number });
    return { version: await this.version(tx, id, number), profile: await this.present(tx, id), isNew: true };
  }

  /** @throws {NotFound} */
  async present(tx: Transaction, id: string, lock: 'for-update' | 'no-lock' = 'no-lock'): Promise<RoleProfile> {
    const profile = await this.profiles.find(tx, id, lock);
    if (profile === undefined) throw new NotFound('role profile');
    return profile;
  }

  /** @throws {NotFound} */
  async version(tx: Transaction, id: string, version: number): Promise<RoleProfileVersion> {
    const found = await this.profiles.findVersion(tx, id, version);
    if (found === undefined) throw new NotFound('role profile version');
    return found;
  }

  /** The version that rankings use unless told otherwise. @throws {NotFound} @throws {NotPublished} */
  async published(tx: Transaction, id: string): Promise<RoleProfileVersion> {
    const profile = await this.present(tx, id);
    if (profile.publishedVersion === null) throw new NotPublished();
    return this.version(tx, id, profile.publishedVersion);
  }

  /** The latest version of each published profile, newest profile first. @param before id of the profile to go on after */
  latestVersions(tx: Transaction, before: string | null, limit: number): Promise<readonly RoleProfileVersion[]> {
    return this.profiles.latestVersions(tx, before, limit);
  }

  private record(tx: Transaction, actor: Principal, action: string, targetId: string, detail = {}): Promise<void> {
    return this.audit.record(tx, { actor, action, targetType: 'role-profile', targetId, detail });
  }
}

type Content = Pick<RoleProfile, 'title' | 'requirements' | 'groups'>;

function isSame(a: Content, b: Content): boolean {
  const text = ({ title, requirements, groups }: Content) => JSON.stringify([title, requirements, groups]);
  return text(a) === text(b);
}
