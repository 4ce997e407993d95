import { Injectable } from '@nestjs/common';
import {
  EventHandler,
  type EventContext,
  type HandlesEvents,
  type OutboxMessage,
} from '../../platform/outbox/index.js';
import { AskRegistry } from '../application/registries/ask-registry.js';
import { IssuerEndorsements } from '../application/issuer-endorsements.js';
import { ReadRegistry } from '../application/registries/read-registry.js';

/** A registry was registered, or its time has come. */
@Injectable()
@EventHandler({ topic: 'trust-registry.read-due', consumer: 'trust', lane: 'work' })
export class OnRegistryReadDue implements HandlesEvents {
  constructor(private readonly read: ReadRegistry) {}

  handle(message: OutboxMessage, context: EventContext): Promise<void> {
    return this.read.run(message.organizationId, String(message.payload.registryId), context);
  }
}

/** A registry is to be asked about one issuer. */
@Injectable()
@EventHandler({ topic: 'trust-registry.ask-due', consumer: 'trust', lane: 'work' })
export class OnRegistryAskDue implements HandlesEvents {
  constructor(private readonly ask: AskRegistry) {}

  handle({ organizationId, payload }: OutboxMessage, context: EventContext): Promise<void> {
    return this.ask.run(organizationId, String(payload.registryId), String(payload.identifier), context);
  }
}

/** An issuer was met for the first time, so nobody was asked about it yet. */
@Injectable()
@EventHandler({ topic: 'issuer.met', consumer: 'trust', lane: 'work' })
export class OnIssuerMet implements HandlesEvents {
  constructor(private readonly ask: AskRegistry) {}

  handle({ payload }: OutboxMessage, context: EventContext): Promise<void> {
    return context.commit((tx) => this.ask.aboutOne(tx, String(payload.identifier)));
  }
}

/** With the documents of a person go the endorsements of issuers that came in them. */
@Injectable()
@EventHandler({ topic: 'candidate.erased', consumer: 'trust', lane: 'work' })
export class OnCandidateErased implements HandlesEvents {
  constructor(private readonly endorsements: IssuerEndorsements) {}

  handle(_message: OutboxMessage, context: EventContext): Promise<void> {
    return context.commit((tx) => this.endorsements.documentsGone(tx));
  }
}
