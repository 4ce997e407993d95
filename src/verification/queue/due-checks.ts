import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../../platform/database/index.js';
import { Outbox } from '../../platform/outbox/index.js';
import { PeriodicTasks } from '../../platform/schedule/index.js';
import { VerificationRepository } from '../persistence/verification.repository.js';

const EVERY_MS = 2_000;
const BATCH = 200;

/** Turns checks whose time has come into owed work. */
@Injectable()
export class DueChecks {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly verifications: VerificationRepository,
    private readonly outbox: Outbox,
    tasks: PeriodicTasks,
  ) {
    tasks.add({ name: 'due-checks', everyMs: EVERY_MS, run: () => this.run() });
  }

  async run(): Promise<void> {
    await this.unitOfWork.runAsSystem(async (tx) => {
      for (const { organizationId, credentialId } of await this.verifications.takeDue(tx, BATCH)) {
        await this.outbox.publish(
          { ...tx, organizationId },
          { topic: 'credential.check-due', payload: { credentialId } },
        );
      }
    });
  }
}
