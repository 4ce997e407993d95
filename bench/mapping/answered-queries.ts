import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { parse } from 'csv-parse/sync';
import { type CompetencyWording, normaliseLabel } from '../../src/frameworks/index.js';

/** A text and the competencies that people say it means; none where the framework has nothing for it. */
export interface Query {
  readonly text: string;
  readonly answers: ReadonlySet<string>;
}

export interface Trial {
  readonly name: 'phrases' | 'sentences' | 'hiddenLabels';
  readonly framework: readonly CompetencyWording[];
  readonly queries: readonly Query[];
}

/** ESCO 1.1.1 in English and its answered queries: files that are not part of the project. */
export function readTrials(folder: URL): { trials: Trial[]; unanswerable: Query[] } {
  const rows = (path: string): Record<string, string>[] => {
    const bytes = readFileSync(new URL(path, folder));
    const text = path.endsWith('.gz') ? gunzipSync(bytes) : bytes;
    return parse(text, { columns: true, bom: true, relax_quotes: true });
  };
  const queries = (path: string, text: string, answers: string): Query[] =>
    rows(path).map((row) => ({
      text: row[text] ?? '',
      answers: new Set((row[answers] ?? '').split('|').filter((uri) => uri !== '')),
    }));
  const esco = rows('esco-v1.1.1/skills_en.csv.gz').map((row) => ({
    id: row.conceptUri ?? '',
    uri: row.conceptUri ?? '',
    preferred: [row.preferredLabel ?? ''],
    alternative: (row.altLabels ?? '').split('\n').filter((label) => label !== ''),
    definition: (row.description || row.definition || '').slice(0, 450),
  }));
  const phrases = queries('mapping-dev/esco-skill-spans-dev.csv', 'query', 'gold_uris');
  const sentences = queries('mapping-dev/esco-sentences-dev.csv', 'sentence', 'gold_uris');
  const hidden = queries('mapping-dev/esco-hidden-altlabels-dev.csv', 'query', 'gold_uri');
  const answered = (list: Query[]): Query[] => list.filter(({ answers }) => answers.size > 0);
  return {
    trials: [
      { name: 'phrases', framework: esco, queries: answered(phrases) },
      { name: 'sentences', framework: esco, queries: answered(sentences) },
      { name: 'hiddenLabels', framework: withoutHidden(esco, hidden), queries: hidden },
    ],
    unanswerable: [...phrases, ...sentences].filter(({ answers }) => answers.size === 0),
  };
}

function withoutHidden(framework: readonly CompetencyWording[], hidden: readonly Query[]): CompetencyWording[] {
  const labels = new Map<string, Set<string>>();
  for (const { text, answers } of hidden)
    for (const uri of answers) labels.set(uri, (labels.get(uri) ?? new Set()).add(normaliseLabel(text)));
  return framework.map((one) => ({
    ...one,
    alternative: one.alternative.filter((label) => !labels.get(one.uri)?.has(normaliseLabel(label))),
  }));
}
