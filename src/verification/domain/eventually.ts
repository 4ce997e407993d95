/** What is known at once, or later where something has to be loaded or worked out elsewhere first. */
export type Eventually<T> = T | Promise<T>;

/**
 * Goes on with a value, now if it is there. Most checks load nothing, and to wait for what is there already costs a dozen turns
 * of the queue of promises in one check.
 */
export function andThen<T, U>(value: Eventually<T>, next: (value: T) => Eventually<U>): Eventually<U> {
  return value instanceof Promise ? value.then(next) : next(value);
}
