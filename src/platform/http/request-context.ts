import { AsyncLocalStorage } from 'node:async_hooks';

/** Who calls, as far as the platform needs to know; the identity room knows more. */
export interface RequestPrincipal {
  /** Stable and unique within the organization. */
  readonly id: string;
  readonly organizationId: string;
}

/** What belongs to one HTTP request and is wanted far from its handler: in log lines and audit events. */
export interface RequestContext {
  readonly requestId: string;
  /** Set once the caller is authenticated. */
  principal?: RequestPrincipal;
}

const storage = new AsyncLocalStorage<RequestContext>();

/** The context of the request that is being answered; undefined outside of requests (workers, schedules). */
export const currentRequest = (): RequestContext | undefined => storage.getStore();

/** Runs `work`, and all that it starts, within the context. */
export const runInRequest = <T>(context: RequestContext, work: () => T): T => storage.run(context, work);
