import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { Metrics } from '../../platform/metrics/index.js';
import { type VerificationContext, type VerificationReport, verifyCredential } from '../domain/verify-credential.js';
import { GeneralLane } from './general-lane/general-lane.js';
import { laneFile } from './general-lane/lane-file.js';
import { OperatorContexts } from './operator-contexts.js';

/** Verifies documents with what this installation brings along for all of them. */
@Injectable()
export class CredentialVerifier implements OnApplicationShutdown {
  private readonly generalLane: GeneralLane;

  constructor(
    private readonly contexts: OperatorContexts,
    private readonly metrics: Metrics,
  ) {
    this.generalLane = new GeneralLane(laneFile(), contexts.library);
  }

  verify(
    bytes: Uint8Array,
    contentType: string,
    context: Omit<VerificationContext, 'contexts' | 'lanes'>,
  ): Promise<VerificationReport> {
    return verifyCredential(bytes, contentType, {
      ...context,
      contexts: this.contexts.library,
      lanes: {
        canonicalize: (document, options) => this.generalLane.canonicalize(document, options),
        laneTaken: (lane) => this.metrics.proofsByLane.inc({ lane }),
      },
    });
  }

  onApplicationShutdown(): Promise<void> {
    return this.generalLane.close();
  }
}
