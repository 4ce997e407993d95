/** One kind of request; the body differs each time, since equal ones would be deduplicated. */
export interface RequestPlan {
  readonly url: string;
  readonly headers: Record<string, string>;
  body(number: number): string;
}

/**
 * Sends requests for a while with a fixed number under way.
 *
 * @returns requests answered 2xx per second
 * @throws when one is answered otherwise, since a rate of refusals says nothing
 */
export async function requestsPerSecond(plan: RequestPlan, seconds: number, connections = 16): Promise<number> {
  const startedAt = performance.now();
  const endsAt = startedAt + seconds * 1000;
  let sent = counter;
  let answered = 0;
  const lane = async (): Promise<void> => {
    while (performance.now() < endsAt) {
      sent += 1;
      counter = sent;
      const response = await fetch(plan.url, { method: 'POST', headers: plan.headers, body: plan.body(sent) });
      const text = await response.text();
      if (!response.ok) throw new Error(`${plan.url} answered ${response.status}: ${text}`);
      answered += 1;
    }
  };
  await Promise.all(Array.from({ length: connections }, lane));
  return answered / ((performance.now() - startedAt) / 1000);
}

// Over all rounds, so that no body is ever sent twice.
let counter = 0;
