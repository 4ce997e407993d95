import { pathToFileURL } from 'node:url';
import { readTrials } from '../mapping/answered-queries.js';

const PHRASES = 200;

export interface SuggestionFigures {
  readonly phrases: number;
  readonly p50Ms: number;
  readonly p95Ms: number;
  /** The first one reads the framework into memory. */
  readonly firstMs: number;
}

/**
 * `POST /v1/competencies/suggest` over HTTP with phrases of job adverts, each asked once.
 *
 * @param frameworks folder of ESCO and the answered queries
 * @param framework name of the imported one
 */
export async function askSuggestions(
  url: string,
  key: string,
  frameworks: string,
  framework: string,
): Promise<SuggestionFigures> {
  const ask = async (text: string): Promise<number> => {
    const from = performance.now();
    const answer = await fetch(`${url}/v1/competencies/suggest`, {
      method: 'POST',
      headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json' },
      body: JSON.stringify({ text, framework }),
    });
    if (answer.status !== 200) throw new Error(await answer.text());
    await answer.json();
    return performance.now() - from;
  };
  const { trials, unanswerable } = readTrials(pathToFileURL(`${frameworks}/`));
  const typed = trials.filter(({ name }) => name === 'phrases').flatMap(({ queries }) => queries);
  const texts = [...new Set([...typed, ...unanswerable].map(({ text }) => text))].slice(0, PHRASES);
  const firstMs = await ask('welding');
  const times: number[] = [];
  for (const text of texts) times.push(await ask(text));
  times.sort((a, b) => a - b);
  const at = (part: number): number => round(times[Math.floor(times.length * part)] ?? 0);
  return { phrases: texts.length, p50Ms: at(0.5), p95Ms: at(0.95), firstMs: round(firstMs) };
}

const round = (value: number): number => Math.round(value * 100) / 100;
