import { Injectable, Logger } from '@nestjs/common';
import { Config } from '../../platform/config/index.js';
import { UnitOfWork } from '../../platform/database/index.js';
import { newId } from '../../platform/ids/index.js';
import { OrganizationRepository } from '../persistence/organization.repository.js';
import { ApiKeys } from './api-keys.js';
import { Organizations } from './organizations.js';

/** Any number, as long as every process asks for the same. */
const BOOTSTRAP_LOCK = 4_117_236_002;

/** Makes the first organization of an installation, with the key that its operator chose. */
@Injectable()
export class BootstrapOrganization {
  private readonly logger = new Logger('Bootstrap');

  constructor(
    private readonly config: Config,
    private readonly unitOfWork: UnitOfWork,
    private readonly repository: OrganizationRepository,
    private readonly organizations: Organizations,
    private readonly keys: ApiKeys,
  ) {}

  /**
   * Does nothing without BOOTSTRAP_API_KEY or once there is an organization. Processes that start together take turns,
   * so one organization is made.
   *
   * @returns id of the organization, when it was made now
   */
  async run(): Promise<string | undefined> {
    const secret = this.config.bootstrapApiKey;
    if (secret === undefined) return undefined;
    return this.unitOfWork.runAsSystem(async (lock) => {
      await lock.query('SELECT pg_advisory_xact_lock($1)', [BOOTSTRAP_LOCK]);
      if ((await this.repository.listIds(lock)).length > 0) return undefined;
      // The rows are the organization's, so its own transaction writes them, while this one holds the lock.
      const organizationId = newId();
      await this.unitOfWork.run(organizationId, async (tx) => {
        await this.organizations.create(tx, 'Default organization');
        await this.keys.add(tx, 'system', { name: 'Bootstrap key', roles: ['admin'] }, secret);
      });
      this.logger.log({ event: 'organization.bootstrapped', organizationId });
      return organizationId;
    });
  }
}
