import ContextResolver, {
  type ActiveContext,
  type ContextQuestion,
  type ProcessedContext,
  type ResolvedContext,
} from 'jsonld/lib/ContextResolver.js';

/** Active contexts that are kept; a stranger who combines contexts in ever new ways must not fill the memory. */
export const mostKept = 400;

/**
 * Keeps what the JSON-LD library works out of contexts, for all documents.
 *
 * The library has a cache for that, which asks by identity, and copies active contexts so often (for every node with a
 * context of its type, and for every node below one) that it rarely finds anything and copies again to work it out anew.
 * Here such a copy is made once for each context and shared, which is the same to the library as long as nobody changes
 * it: it changes only copies that it took for that, and those are still made each time.
 */
export class ReusedContexts {
  private shared = new Map<string, Map<string, ResolvedContext>>();
  private copies = new Copies();

  /** How many active contexts are held. */
  get size(): number {
    return this.copies.size;
  }

  /** The resolver for one document. */
  resolver(): ContextResolver {
    if (this.copies.isFull || this.shared.size > mostKept) this.forget();
    return new Resolver(this.shared, this.copies);
  }

  private forget(): void {
    this.shared = new Map();
    this.copies = new Copies();
  }
}

class Resolver extends ContextResolver {
  constructor(
    sharedCache: Map<string, Map<string, ResolvedContext>>,
    private readonly copies: Copies,
  ) {
    super({ sharedCache });
  }

  override async resolve(question: ContextQuestion): Promise<ResolvedContext[]> {
    const resolved = await super.resolve(question);
    for (const one of resolved) if (!(one.cache instanceof Processed)) one.cache = new Processed(this.copies);
    return resolved;
  }
}

/** What one context makes of each active context that it was applied to. */
class Processed {
  private readonly results = new WeakMap<ActiveContext, ProcessedContext>();

  constructor(private readonly copies: Copies) {}

  get(active: ActiveContext): ProcessedContext | undefined {
    const known = this.results.get(active);
    if (known === undefined) this.copies.toBeChanged = active;
    return known;
  }

  set(active: ActiveContext, processed: ProcessedContext): void {
    const { context } = processed;
    // Others are not met again: copies on which a context is only tried out, and the text of an `@import`.
    if (!this.copies.isLasting(active) || !isActive(context)) return;
    if (!keepsProtected(active, context) || !this.copies.mayKeep()) return;
    this.copies.share(context);
    this.results.set(active, processed);
  }
}

function isActive(context: unknown): context is ActiveContext {
  return typeof context === 'object' && context !== null && (context as ActiveContext).mappings instanceof Map;
}

/** What changes protected words is an error in one place and none in another, so it is worked out each time. */
function keepsProtected(before: ActiveContext, after: ActiveContext): boolean {
  return Object.keys(before.protected).every(
    (term) => meaningOf(before.mappings.get(term)) === meaningOf(after.mappings.get(term)),
  );
}

function meaningOf(mapping: object | null | undefined): string | undefined {
  return JSON.stringify({ ...mapping, protected: undefined });
}

/** Copies of active contexts, made as the library makes them. */
class Copies {
  /** The active context for which nothing was kept, so that the library takes its next copy to change it. */
  toBeChanged: ActiveContext | undefined;
  private kept = 0;
  private cloneOfLibrary: ActiveContext['clone'] | undefined;
  private readonly shared = new WeakSet<ActiveContext>();
  private readonly forTypes = new WeakMap<ActiveContext, ActiveContext>();
  private readonly returnedTo = new WeakMap<ActiveContext, ActiveContext>();

  get size(): number {
    return this.kept;
  }

  get isFull(): boolean {
    return this.kept >= mostKept;
  }

  mayKeep(): boolean {
    if (this.isFull) return false;
    this.kept += 1;
    return true;
  }

  isLasting(context: ActiveContext): boolean {
    return this.shared.has(context) || context.mappings.size === 0;
  }

  /** From now on nobody changes the context, and the copies that it gives are shared too. */
  share(context: ActiveContext): ActiveContext {
    this.cloneOfLibrary ??= context.clone;
    this.shared.add(context);
    context.clone = () => {
      const isToBeChanged = this.toBeChanged === context;
      this.toBeChanged = undefined;
      // Else it is for a node with a context of its type; the library notes in it what counts again below that node.
      return isToBeChanged ? this.copyOf(context) : this.once(this.forTypes, context);
    };
    context.revertToPreviousContext = () =>
      context.previousContext ? this.once(this.returnedTo, context.previousContext) : context;
    return context;
  }

  private once(copies: WeakMap<ActiveContext, ActiveContext>, context: ActiveContext): ActiveContext {
    const known = copies.get(context);
    if (known) return known;
    const copy = this.copyOf(context);
    if (this.mayKeep()) copies.set(context, this.share(copy));
    return copy;
  }

  private copyOf({ previousContext, ...context }: ActiveContext): ActiveContext {
    const copy = (this.cloneOfLibrary ?? context.clone).call(context);
    copy.clone = () => this.copyOf(copy);
    copy.revertToPreviousContext = () => (copy.previousContext ? this.copyOf(copy.previousContext) : copy);
    if (previousContext) copy.previousContext = this.copyOf(previousContext);
    return copy;
  }
}
