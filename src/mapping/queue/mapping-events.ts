import { Injectable } from '@nestjs/common';
import {
  EventHandler,
  type EventContext,
  type HandlesEvents,
  type OutboxMessage,
} from '../../platform/outbox/index.js';
import { LikelyMeaningsSource } from '../application/likely-meanings.js';
import { MapCredential } from '../application/map-credential.js';
import { RequestMapping } from '../application/request-mapping.js';

@Injectable()
@EventHandler({ topic: 'credential.judged', consumer: 'mapping', lane: 'work' })
export class OnCredentialJudged implements HandlesEvents {
  constructor(
    private readonly map: MapCredential,
    private readonly likely: LikelyMeaningsSource,
  ) {}

  async handle(message: OutboxMessage, context: EventContext): Promise<void> {
    const likely = await this.likely.ofOrganization(message.organizationId);
    await context.commit((tx) => this.map.run(tx, String(message.payload.credentialId), likely));
  }
}

@Injectable()
@EventHandler({ topic: 'mapping.recompute-due', consumer: 'mapping', lane: 'work' })
export class OnRecomputeDue implements HandlesEvents {
  constructor(
    private readonly map: MapCredential,
    private readonly likely: LikelyMeaningsSource,
  ) {}

  async handle(message: OutboxMessage, context: EventContext): Promise<void> {
    const likely = await this.likely.ofOrganization(message.organizationId);
    await context.commit((tx) => this.map.run(tx, String(message.payload.credentialId), likely));
  }
}

/** What an issuer's word is worth changed for everything it said. */
@Injectable()
@EventHandler({ topic: 'trust.changed', consumer: 'mapping', lane: 'work' })
export class OnTrustChanged implements HandlesEvents {
  constructor(private readonly request: RequestMapping) {}

  handle(message: OutboxMessage, context: EventContext): Promise<void> {
    return context.commit((tx) => this.request.ofIssuer(tx, String(message.payload.issuerId)));
  }
}

/** What a kind of proof or a tier is worth changed, so the strength of every holding may. */
@Injectable()
@EventHandler({ topic: 'scoring-policy.changed', consumer: 'mapping', lane: 'work' })
export class OnScoringPolicyChanged implements HandlesEvents {
  constructor(private readonly request: RequestMapping) {}

  handle(message: OutboxMessage, context: EventContext): Promise<void> {
    return context.commit((tx) =>
      message.payload.changesStrength === true ? this.request.ofAll(tx) : Promise.resolve(),
    );
  }
}

/** How the scales of others are read changed, so the level of every holding may. */
@Injectable()
@EventHandler({ topic: 'level-maps.changed', consumer: 'mapping', lane: 'work' })
export class OnLevelMapsChanged implements HandlesEvents {
  constructor(private readonly request: RequestMapping) {}

  handle(_message: OutboxMessage, context: EventContext): Promise<void> {
    return context.commit((tx) => this.request.ofAll(tx));
  }
}

/** What maps without a person changed. */
@Injectable()
@EventHandler({ topic: 'mapping-settings.changed', consumer: 'mapping', lane: 'work' })
export class OnMappingSettingsChanged implements HandlesEvents {
  constructor(private readonly request: RequestMapping) {}

  handle(_message: OutboxMessage, context: EventContext): Promise<void> {
    return context.commit((tx) => this.request.ofAll(tx));
  }
}

/** A person decided what a claim means, or took that back. */
@Injectable()
@EventHandler({ topic: 'mapping.decision-changed', consumer: 'mapping', lane: 'work' })
export class OnDecisionChanged implements HandlesEvents {
  constructor(private readonly request: RequestMapping) {}

  handle(message: OutboxMessage, context: EventContext): Promise<void> {
    return context.commit((tx) => this.request.ofRule(tx, String(message.payload.ruleId)));
  }
}

/** What is exactly the same as a competency elsewhere changed, so that what names it means something else. */
@Injectable()
@EventHandler({ topic: 'crosswalk.changed', consumer: 'mapping', lane: 'work' })
export class OnCrosswalkChanged implements HandlesEvents {
  constructor(private readonly request: RequestMapping) {}

  handle(_message: OutboxMessage, context: EventContext): Promise<void> {
    return context.commit((tx) => this.request.ofAll(tx));
  }
}

/** Claims that meant nothing before may mean something now, and the other way round. */
@Injectable()
@EventHandler({ topic: 'framework.imported', consumer: 'mapping', lane: 'work' })
export class OnFrameworkImported implements HandlesEvents {
  constructor(private readonly request: RequestMapping) {}

  handle(_message: OutboxMessage, context: EventContext): Promise<void> {
    return context.commit((tx) => this.request.ofAll(tx));
  }
}
