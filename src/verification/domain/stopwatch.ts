/** Milliseconds since it was last asked; undefined without a clock. */
export function stopwatch(elapsedMs: (() => number) | undefined): () => number | undefined {
  if (!elapsedMs) return () => undefined;
  let last = elapsedMs();
  return () => {
    const now = elapsedMs();
    const spent = now - last;
    last = now;
    return spent;
  };
}
