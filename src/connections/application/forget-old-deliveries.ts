import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../../platform/database/index.js';
import { PeriodicTasks } from '../../platform/schedule/index.js';
import { ConnectionRepository } from '../persistence/connection.repository.js';
import { HookDeliveryRepository } from '../persistence/hook-delivery.repository.js';

const EVERY_MS = 6 * 60 * 60 * 1000;

/** Keeps the inbox from growing without end. */
@Injectable()
export class ForgetOldDeliveries {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly connections: ConnectionRepository,
    private readonly inbox: HookDeliveryRepository,
    tasks: PeriodicTasks,
  ) {
    tasks.add({ name: 'hooks.forget-old', everyMs: EVERY_MS, run: () => this.run() });
  }

  async run(): Promise<void> {
    const organizations = await this.unitOfWork.runAsSystem((tx) => this.connections.organizations(tx));
    for (const organizationId of organizations) {
      await this.unitOfWork.run(organizationId, (tx) => this.inbox.forgetOld(tx));
    }
  }
}
