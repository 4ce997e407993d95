import { Injectable, type OnModuleInit } from '@nestjs/common';
import { DiscoveryService, Reflector } from '@nestjs/core';
import { EVENT_HANDLER, type HandlesEvents, type Subscription } from './event-handler.js';

/** Who is owed which topic: every provider that carries `@EventHandler`, found once at start. */
@Injectable()
export class Subscriptions implements OnModuleInit {
  private readonly handlers = new Map<string, { subscription: Subscription; handler: HandlesEvents }>();

  constructor(
    private readonly discovery: DiscoveryService,
    private readonly reflector: Reflector,
  ) {}

  onModuleInit(): void {
    for (const { instance, metatype } of this.discovery.getProviders()) {
      if (typeof metatype !== 'function' || instance === undefined) continue;
      const subscription = this.reflector.get<Subscription | undefined>(EVENT_HANDLER, metatype);
      if (subscription === undefined) continue;
      const key = keyOf(subscription.topic, subscription.consumer);
      if (this.handlers.has(key)) throw new Error(`two handlers for ${key}`);
      this.handlers.set(key, { subscription, handler: instance as HandlesEvents });
    }
  }

  to(topic: string): Subscription[] {
    return [...this.handlers.values()].map((h) => h.subscription).filter((s) => s.topic === topic);
  }

  handlerOf(topic: string, consumer: string): HandlesEvents | undefined {
    return this.handlers.get(keyOf(topic, consumer))?.handler;
  }
}

const keyOf = (topic: string, consumer: string): string => `${topic} > ${consumer}`;
