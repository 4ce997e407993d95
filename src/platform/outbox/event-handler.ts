import { SetMetadata, type CustomDecorator } from '@nestjs/common';
import type { Transaction } from '../database/index.js';
import type { Lane } from '../queue/index.js';

/** What happened, told in the transaction that made it happen. */
export interface OutboxEvent {
  readonly topic: string;
  /** Ids and small facts; the handler reads the rest, which may have changed meanwhile. */
  readonly payload: Readonly<Record<string, string | number | boolean | null | readonly string[]>>;
  readonly delayMs?: number;
}

/** One event as owed to one consumer. */
export interface OutboxMessage extends OutboxEvent {
  readonly organizationId: string;
  readonly id: string;
  readonly consumer: string;
  readonly attempt: number;
  /** When the fact was written, on real time. */
  readonly createdAt: Date;
}

export type GroupEffect<I> = (tx: Transaction, items: readonly I[]) => Promise<void>;

export interface EventContext {
  /**
   * The effect of the message, in one transaction that also settles the message: it happens once, however often the
   * message is delivered. Slow work belongs before it.
   *
   * @throws {AlreadySettled} when another delivery was first; let it pass, the dispatcher knows it
   */
  commit<T>(effect: (tx: Transaction) => Promise<T>): Promise<T>;

  /**
   * Like `commit`, in one transaction with the items of other messages of the organization that are ready at the same
   * time and have the same effect. Where the effect fails for several, it is tried for each alone.
   *
   * @param effect one function for all calls, not one made for each
   * @throws {AlreadySettled} as `commit` does
   */
  commitTogether<I>(effect: GroupEffect<I>, item: I): Promise<void>;

  /**
   * The effect of this message and of all that the organization owes the same consumer from before it, oldest first, in
   * one transaction that settles them all. For consumers that must not learn of things in another order than they
   * happened in.
   *
   * @throws {AlreadySettled} as `commit` does
   */
  commitInOrder(effect: (tx: Transaction, messages: readonly OutboxMessage[]) => Promise<void>): Promise<void>;
}

export interface HandlesEvents {
  handle(message: OutboxMessage, context: EventContext): Promise<void>;
}

export interface Subscription {
  readonly topic: string | readonly string[];
  /** Name of the consumer; one topic may have several consumers, each is owed its own message. */
  readonly consumer: string;
  readonly lane: Lane;
  /** An SQL condition on the organization, `$1`: only while it holds is the consumer owed anything. */
  readonly owedWhen?: string;
}

export const EVENT_HANDLER = Symbol('event handler');

/** Marks a provider as the consumer of a topic. */
export const EventHandler = (subscription: Subscription): CustomDecorator<typeof EVENT_HANDLER> =>
  SetMetadata(EVENT_HANDLER, subscription);
