/** What every rule calls now. Timers, retries and leases do not use it: they run on real time. */
export abstract class Clock {
  abstract now(): Date;
}

export class SystemClock extends Clock {
  override now(): Date {
    return new Date();
  }
}

/** A clock that stands still, for replays and tests. */
export class FixedClock extends Clock {
  constructor(private readonly instant: Date) {
    super();
  }
  override now(): Date {
    return new Date(this.instant);
  }
}
