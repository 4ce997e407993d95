import { Injectable } from '@nestjs/common';
import type {
  RegistryEntry,
  RegistryKind,
  RegistryReading,
  TrustRegistry,
} from '../../domain/registries/trust-registry.js';

/** What a registry answers about one issuer. */
export interface SingleAnswer {
  readonly entry: RegistryEntry;
  /** How long it may be relied on, in milliseconds, where it says so. */
  readonly goodForMs?: number;
}

/** How registries of one kind are read. Never rejects for what a stranger answers. */
export interface RegistryReader {
  read(registry: TrustRegistry, organizationId: string): Promise<RegistryReading>;
  /** Only of kinds that are asked about each issuer. @param identifier registry key of the issuer */
  ask?(registry: TrustRegistry, identifier: string, organizationId: string): Promise<SingleAnswer>;
}

/** The readers of all kinds; those that check signatures are added by the room that knows how. */
@Injectable()
export class RegistryReaders {
  private readonly readers = new Map<RegistryKind, RegistryReader>();

  add(kind: RegistryKind, reader: RegistryReader): void {
    this.readers.set(kind, reader);
  }

  of(kind: RegistryKind): RegistryReader | undefined {
    return this.readers.get(kind);
  }
}
