import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/index.js';
import { storableText, type Transaction } from '../../platform/database/index.js';
import {
  type ContainedSubmission,
  type ContainmentPlace,
  DEEPEST_CONTAINED,
  MOST_CONTAINED,
  withinLimits,
} from '../domain/contained-submission.js';
import { MAX_DOCUMENT_BYTES } from '../domain/intake-errors.js';
import { CredentialRepository } from '../persistence/credential.repository.js';
import { ContainmentRepository } from '../persistence/containment.repository.js';
import { SubmitCredential } from './submit-credential.js';

/**
 * Takes in what a submitted document holds: each document becomes a credential of the same candidate, with its own bytes,
 * digest and verdict. Doing it again changes nothing.
 */
@Injectable()
export class TakeInContained {
  constructor(
    private readonly submit: SubmitCredential,
    private readonly credentials: CredentialRepository,
    private readonly containments: ContainmentRepository,
    private readonly clock: Clock,
  ) {}

  /** How many documents may still come out of each; 0 for one that is itself as deep as documents are opened. */
  async roomIn(tx: Transaction, credentialIds: readonly string[]): Promise<ReadonlyMap<string, number>> {
    const places = await this.containments.placesOf(tx, credentialIds);
    return new Map(
      [...places].map(([id, { depth, taken }]) => [
        id,
        depth >= DEEPEST_CONTAINED ? 0 : Math.max(0, MOST_CONTAINED - taken),
      ]),
    );
  }

  /** Where the documents were fetched; without those that were only handed in. */
  foundAt(tx: Transaction, credentialIds: readonly string[]): Promise<ReadonlyMap<string, string>> {
    return this.containments.addressesOf(tx, credentialIds);
  }

  /** Does nothing when the outer document was erased meanwhile. */
  async run(tx: Transaction, containerId: string, found: readonly ContainedSubmission[]): Promise<void> {
    const container = found.length === 0 ? undefined : await this.credentials.find(tx, containerId);
    if (container === undefined) return;
    const outer = await this.containments.placeOf(tx, containerId);
    if (outer.depth >= DEEPEST_CONTAINED) return;
    await this.containments.holdRoot(tx, outer.rootId);
    const taken = await this.containments.takenFrom(tx, outer.rootId, containerId);
    const place = { rootId: outer.rootId, depth: outer.depth + 1 };
    for (const document of inOrderOfDigest(withinLimits(found.filter(isOfFittingSize), taken))) {
      await this.takeIn(tx, container, document, place);
    }
  }

  private async takeIn(
    tx: Transaction,
    container: { id: string; candidateId: string },
    document: ContainedSubmission & { position: number },
    place: ContainmentPlace,
  ): Promise<void> {
    const { bytes, contentType, path, url, position } = document;
    const { candidateId } = container;
    const submission = { candidateId, bytes: Buffer.from(bytes), contentType, source: 'contained' } as const;
    const { credential } = await this.submit.run(tx, submission, 'system');
    if (credential.id === container.id) return;
    await this.containments.add(tx, {
      containerId: container.id,
      containedId: credential.id,
      place,
      position,
      path: storableText(path),
      url: url === undefined ? null : storableText(url),
      foundAt: this.clock.now(),
    });
  }
}

const isOfFittingSize = ({ bytes }: ContainedSubmission): boolean =>
  bytes.length > 0 && bytes.length <= MAX_DOCUMENT_BYTES;

/** In one order for everyone, so that two files with the same credentials never wait for each other. */
function inOrderOfDigest<T extends ContainedSubmission>(found: readonly T[]): (T & { position: number })[] {
  return found
    .map((document, position) => ({ ...document, position, digest: digestOf(document.bytes) }))
    .sort((a, b) => (a.digest < b.digest ? -1 : Number(a.digest > b.digest)));
}

const digestOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');
