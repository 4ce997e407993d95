import { Injectable } from '@nestjs/common';

/** Tells the relay of this process that there is new work, so that it need not wait for its next round. */
@Injectable()
export class RelaySignal {
  private listener: (() => void) | undefined;

  raise(): void {
    this.listener?.();
  }

  onRaise(listener: () => void): void {
    this.listener = listener;
  }
}
