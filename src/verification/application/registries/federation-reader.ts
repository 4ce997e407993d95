import { Injectable } from '@nestjs/common';
import { Clock } from '../../../platform/clock/index.js';
import { Egress } from '../../../platform/egress/index.js';
import {
  entryText,
  type RegistryReader,
  RegistryReaders,
  type RegistryReading,
  type SingleAnswer,
  type TrustRegistry,
} from '../../../trust/index.js';
import { boundedSource } from '../../domain/bounded-source.js';
import { anchorConfiguration, askFederation, type TrustAnchorEntity } from '../../domain/registries/federation.js';
import { documentSourceOf } from '../document-source-of-egress.js';

/** Statements that are loaded for one question, over all paths that are tried. */
const MOST_LOADS = 30;

/** Asks federations of OpenID Federation 1.0 about issuers, each apart. */
@Injectable()
export class FederationReader implements RegistryReader {
  constructor(
    private readonly egress: Egress,
    private readonly clock: Clock,
    readers: RegistryReaders,
  ) {
    readers.add('openid-federation', this);
  }

  async read(registry: TrustRegistry): Promise<RegistryReading> {
    const context = this.context();
    const anchor = await anchorConfiguration(anchorOf(registry), context);
    if (!anchor.ok) return { kind: 'failed', code: 'anchor', detail: anchor.detail };
    return { kind: 'asked-singly', goodForMs: anchor.statement.expires.getTime() - context.at.getTime() };
  }

  async ask(registry: TrustRegistry, identifier: string): Promise<SingleAnswer> {
    const context = this.context();
    const answer = await askFederation(identifier, anchorOf(registry), context);
    const { outcome, detail } = answer;
    const entry = { identifier, outcome, name: null, url: null, location: null, detail: entryText(detail) };
    if (answer.outcome !== 'listed') return { entry };
    return {
      entry: { ...entry, name: entryText(answer.name), url: entryText(answer.url) },
      goodForMs: answer.expires.getTime() - context.at.getTime(),
    };
  }

  private context() {
    return { source: boundedSource(documentSourceOf(this.egress), MOST_LOADS), at: this.clock.now() };
  }
}

function anchorOf({ source, settings: { jwks } }: TrustRegistry): TrustAnchorEntity {
  return { entityId: source ?? '', ...(jwks && { keys: jwks.keys }) };
}
