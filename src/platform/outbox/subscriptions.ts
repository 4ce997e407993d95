import { Injectable, type OnModuleInit } from '@nestjs/common';
import { DiscoveryService, Reflector } from '@nestjs/core';
import { EVENT_HANDLER, type HandlesEvents, type Subscription } from './event-handler.js';

/** Who is owed which topic: every provider that carries `@EventHandler`, found once at start. */
@Injectable()
export class Subscriptions implements OnModuleInit {
  private readonly handlers = new Map<string, { topic: string; subscription: Subscription; handler: HandlesEvents }>();

  constructor(
    private readonly discovery: DiscoveryService,
    private readonly reflector: Reflector,
  ) {}

  onModuleInit(): void {
    for (const { instance, metatype } of this.discovery.getProviders()) {
      if (typeof metatype !== 'function' || instance === undefined) continue;
      const subscription = this.reflector.get<Subscription | undefined>(EVENT_HANDLER, metatype);
      if (subscription === undefined) continue;
      for (const topic of [subscription.topic].flat()) this.add(topic, subscription, instance as HandlesEvents);
    }
  }

  to(topic: string): Subscription[] {
    return [...this.handlers.values()].filter((h) => h.topic === topic).map((h) => h.subscription);
  }

  handlerOf(topic: string, consumer: string): HandlesEvents | undefined {
    return this.handlers.get(keyOf(topic, consumer))?.handler;
  }

  private add(topic: string, subscription: Subscription, handler: HandlesEvents): void {
    const key = keyOf(topic, subscription.consumer);
    if (this.handlers.has(key)) throw new Error(`two handlers for ${key}`);
    this.handlers.set(key, { topic, subscription, handler });
  }
}

const keyOf = (topic: string, consumer: string): string => `${topic} > ${consumer}`;
