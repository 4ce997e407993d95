/** What the files of a dataset list apart from each other; relations say of which kind each end is. */
export type TabiyaKind = 'skill' | 'skillgroup' | 'occupation' | 'occupationgroup';

/** By the names that relations use; the groups of occupations were called after ISCO before. */
const KINDS = new Map<string, TabiyaKind>([
  ['skill', 'skill'],
  ['skillgroup', 'skillgroup'],
  ['occupation', 'occupation'],
  ['escooccupation', 'occupation'],
  ['localoccupation', 'occupation'],
  ['esco', 'occupation'],
  ['local', 'occupation'],
  ['occupationgroup', 'occupationgroup'],
  ['iscogroup', 'occupationgroup'],
  ['localgroup', 'occupationgroup'],
]);

export const kindNamed = (name: string): TabiyaKind | undefined =>
  KINDS.get(name.toLowerCase().replace(/[\s_-]+/g, ''));

const TABLES =
  /model_?info|skill_?groups|skill_?hierarchy|skill_?to_?skill_?relations|occupation_?to_?skill_?relations|occupation_?hierarchy|(?:occupation|isco)_?groups|occupations|skills/i;

/**
 * The dataset that a file belongs to: its name without what it holds, so that `sample-skills.csv` and
 * `sample-skill_hierarchy.csv` are of one dataset and `fr/skills.csv` is of another.
 */
export const datasetOf = (file: string): string =>
  file
    .toLowerCase()
    .replace(/(?:\.(?:csv|tsv|txt|gz|zip))+$/, '')
    .replace(TABLES, '');

/** Uris by the ids that the files use among themselves: an id counts in its dataset, else where only one entry has it. */
export class DatasetIds {
  private readonly own = new Map<string, string>();
  private readonly anywhere = new Map<string, string | null>();

  know(file: string, kind: TabiyaKind, id: string, uri: string): void {
    if (id === '') return;
    this.own.set(keyOf(datasetOf(file), kind, id), uri);
    const known = this.anywhere.get(keyOf('', kind, id));
    this.anywhere.set(keyOf('', kind, id), known === undefined || known === uri ? uri : null);
  }

  /** @param kinds that the entry may be of */
  find(file: string, kinds: readonly TabiyaKind[], id: string): string | undefined {
    const dataset = datasetOf(file);
    const own = kinds.map((kind) => this.own.get(keyOf(dataset, kind, id))).find((uri) => uri !== undefined);
    return own ?? kinds.map((kind) => this.anywhere.get(keyOf('', kind, id))).find((uri) => typeof uri === 'string');
  }
}

export const ALL_KINDS: readonly TabiyaKind[] = ['skill', 'skillgroup', 'occupation', 'occupationgroup'];

const keyOf = (dataset: string, kind: TabiyaKind, id: string): string => `${dataset}\n${kind}\n${id}`;
