import type { FrameworkDraft, Place, Relation } from '../import/framework-draft.js';
import type { TakeRow } from '../table/source-tables.js';
import type { TableHeader } from '../table/table-header.js';
import { ALL_KINDS, type DatasetIds, kindNamed, type TabiyaKind } from './dataset-ids.js';

/** One end of a relation, as its file names it. */
interface End {
  readonly kinds: readonly TabiyaKind[];
  readonly id: string;
}

/** Hierarchies and needs, between entities that stand in any of the files. */
export class TabiyaRelations {
  constructor(
    private readonly draft: FrameworkDraft,
    private readonly ids: DatasetIds,
  ) {}

  openHierarchy(header: TableHeader): TakeRow {
    const [parentType, parent] = [header.column('PARENTOBJECTTYPE'), header.column('PARENTID')];
    const [childType, child] = [header.column('CHILDOBJECTTYPE'), header.column('CHILDID')];
    return (cells, place) => {
      const [above, below] = [kindsOf(parentType(cells)), kindsOf(childType(cells))];
      if (above === undefined || below === undefined) {
        const type = (above === undefined ? parentType(cells) : childType(cells)).slice(0, 60);
        this.draft.report(place, 'error', 'type-unknown', `"${type}" is no type of object known here.`);
        return;
      }
      this.later(place, 'broader', { kinds: below, id: child(cells) }, { kinds: above, id: parent(cells) });
    };
  }

  /** What a skill needs stands beside it: who has one of the two is part of the way to the other. */
  openSkillPairs(header: TableHeader): TakeRow {
    const [from, type, to] = ['REQUIRINGID', 'RELATIONTYPE', 'REQUIREDID'].map((name) => header.column(name));
    return (cells, place) => {
      const relation = needNamed(type?.(cells) ?? '');
      if (relation === undefined) {
        this.draft.report(place, 'error', 'relation-unknown', 'A relation of skills is essential or optional.');
        return;
      }
      const [own, other] = [from, to].map((read): End => ({ kinds: ['skill'], id: read?.(cells) ?? '' })) as [End, End];
      this.later(place, relation, own, other);
      this.whenKnown(() => {
        const [a, b] = [own, other].map(({ kinds, id }) => this.ids.find(place.file, kinds, id));
        if (a !== undefined && b !== undefined) this.draft.relateWhereKnown(place, 'related', a, b);
      });
    };
  }

  /** Either a need, or how much having the skill tells of the occupation: a number from 0 to 1, in words low to high. */
  openNeeds(header: TableHeader): TakeRow {
    const [occupation, skill] = [header.column('OCCUPATIONID'), header.column('SKILLID')];
    const [type, value, word] = [header.column('RELATIONTYPE'), header.column('SIGNALLINGVALUE'), header.column('SIGNALLINGVALUELABEL')]; // prettier-ignore
    return (cells, place) => {
      const [own, other]: [End, End] = [
        { kinds: ['occupation'], id: occupation(cells) },
        { kinds: ['skill'], id: skill(cells) },
      ];
      const relation = type(cells) === '' ? undefined : needNamed(type(cells));
      const signal = signalOf(value(cells), word(cells));
      if (signal === undefined) {
        const message = 'A signalling value is a number from 0 to 1, its label low, medium or high.';
        this.draft.report(place, 'error', 'value-invalid', message);
      } else if ((relation === undefined && type(cells) !== '') || (type(cells) === '' && signal === NO_SIGNAL)) {
        const message = 'A relation is essential or optional, or has a signalling value.';
        this.draft.report(place, 'error', 'relation-unknown', message);
      } else this.later(place, relation ?? 'rated', own, other, signal === NO_SIGNAL ? undefined : signal);
    };
  }

  private later(place: Place, relation: Relation, from: End, to: End, detail?: Signal): void {
    this.whenKnown(() => {
      const [own, other] = [this.find(place, relation, from), this.find(place, relation, to)];
      if (own === undefined || other === undefined) return;
      this.draft.relate(place, relation, own, other, detail === undefined ? undefined : { ...detail });
    });
  }

  /** Entities wait for the end of all files themselves, so what needs them waits once more. */
  private whenKnown(run: () => void): void {
    this.draft.whenRead(() => this.draft.whenRead(run));
  }

  private find(place: Place, relation: Relation, { kinds, id }: End): string | undefined {
    const uri = this.ids.find(place.file, kinds, id);
    if (uri === undefined) {
      const message = `There is no entry with the ID "${id.slice(0, 100)}".`;
      this.draft.report(place, 'warning', `${relation}-unknown`, message);
    }
    return uri;
  }
}

interface Signal {
  readonly signallingValue?: number;
  readonly signallingValueLabel?: string;
}

const NO_SIGNAL: Signal = {};

function signalOf(value: string, word: string): Signal | undefined {
  if (value === '' && word === '') return NO_SIGNAL;
  const number = Number(value);
  const isNumber = value === '' || (/^\d*\.?\d+(?:e-?\d+)?$/i.test(value) && number >= 0 && number <= 1);
  if (!isNumber || !/^(?:low|medium|high)?$/i.test(word)) return undefined;
  return {
    ...(value === '' ? {} : { signallingValue: number }),
    ...(word === '' ? {} : { signallingValueLabel: word.toLowerCase() }),
  };
}

function needNamed(name: string): 'essential' | 'optional' | undefined {
  const type = name.toLowerCase();
  return type === 'essential' || type === 'optional' ? type : undefined;
}

/** Of all kinds where the file names none. */
function kindsOf(type: string): readonly TabiyaKind[] | undefined {
  if (type === '') return ALL_KINDS;
  const kind = kindNamed(type);
  return kind === undefined ? undefined : [kind];
}
