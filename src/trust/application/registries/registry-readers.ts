import { Injectable } from '@nestjs/common';
import type { RegistryKind, RegistryReading, TrustRegistry } from '../../domain/registries/trust-registry.js';

/** How registries of one kind are read. Never rejects for what a stranger answers. */
export interface RegistryReader {
  read(registry: TrustRegistry, organizationId: string): Promise<RegistryReading>;
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
