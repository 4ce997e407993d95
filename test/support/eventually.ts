const mostMs = 60_000;

/** Waits for what happens in the background. A machine that others share gets a minute; what takes longer never happens. */
export async function eventually(holds: () => Promise<boolean> | boolean, withinMs = mostMs): Promise<void> {
  for (const end = Date.now() + withinMs; !(await holds());) {
    if (Date.now() > end) throw new Error(`did not become true within ${withinMs / 1000} s`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}
