import type { FrameworkDraft, Place } from '../import/framework-draft.js';
import type { TakeRow } from '../table/source-tables.js';
import type { TableHeader } from '../table/table-header.js';
import type { OnetElements } from './onet-elements.js';
import type { OnetOccupations } from './onet-occupations.js';
import { elementUri, occupationUri } from './onet-uris.js';

/**
 * How an occupation is rated in an element, by scale (`IM`, `LV`, ...; of a scale with categories `RL:5`). A value that
 * O*NET recommends not to use, or that belongs to an element that is not relevant, is `withheldValue`, so that nobody
 * reckons with it by mistake.
 */
export type Ratings = Record<string, Rating>;

interface Rating {
  readonly value?: number;
  readonly withheldValue?: number;
  readonly withheld?: 'suppress' | 'not-relevant';
  readonly n?: number;
  readonly standardError?: number;
  readonly lower?: number;
  readonly upper?: number;
  readonly date?: string;
  readonly source?: string;
}

/** Skills, Knowledge, Abilities, Work Activities and all other files of ratings. */
export class OnetRatings {
  private readonly byPair = new Map<string, Ratings>();

  constructor(
    private readonly draft: FrameworkDraft,
    private readonly elements: OnetElements,
    private readonly occupations: OnetOccupations,
  ) {}

  open(header: TableHeader): TakeRow {
    const column = (name: string) => header.column(name);
    const [soc, title] = [column('O*NET-SOC Code'), column('Title')];
    const [element, name] = [column('Element ID'), column('Element Name')];
    const [scale, category] = [column('Scale ID'), column('Category')];
    const read = ratingReader(header);
    return (cells, place) => {
      const rating = read(cells);
      const scaleId = `${scale(cells)}${/^\d+$/.test(category(cells)) ? `:${category(cells)}` : ''}`;
      if (rating === undefined || scaleId === '') {
        this.draft.report(place, 'error', 'value-invalid', 'A rating has a scale and a number.');
        return;
      }
      this.elements.mention(place, element(cells), name(cells));
      this.occupations.mention(place, soc(cells), title(cells));
      this.take(place, soc(cells), element(cells), scaleId.slice(0, 20), rating);
    };
  }

  private take(place: Place, soc: string, element: string, scale: string, rating: Rating): void {
    const pair = `${soc} ${element}`;
    const known = this.byPair.get(pair);
    if (known?.[scale] !== undefined) {
      this.draft.report(place, 'error', 'rating-repeated', `The rating ${scale} of ${pair.slice(0, 60)} came before.`);
      return;
    }
    const ratings = known ?? {};
    ratings[scale] = rating;
    if (known !== undefined) return;
    this.byPair.set(pair, ratings);
    this.draft.relate(place, 'rated', occupationUri(soc), elementUri(element), ratings);
  }
}

function ratingReader(header: TableHeader): (cells: readonly string[]) => Rating | undefined {
  const column = (name: string) => header.column(name);
  const [value, n, error] = [column('Data Value'), column('N'), column('Standard Error')];
  const [lower, upper] = [column('Lower CI Bound'), column('Upper CI Bound')];
  const [suppress, irrelevant] = [column('Recommend Suppress'), column('Not Relevant')];
  const [date, source] = [column('Date'), column('Domain Source')];
  return (cells) => {
    const number = numberOf(value(cells));
    if (number === undefined) return undefined;
    const withheld = /^y/i.test(suppress(cells))
      ? 'suppress'
      : /^y/i.test(irrelevant(cells))
        ? 'not-relevant'
        : undefined;
    return {
      ...(withheld === undefined ? { value: number } : { withheldValue: number, withheld }),
      ...said('n', numberOf(n(cells))),
      ...said('standardError', numberOf(error(cells))),
      ...said('lower', numberOf(lower(cells))),
      ...said('upper', numberOf(upper(cells))),
      ...said('date', date(cells) || undefined),
      ...said('source', source(cells) || undefined),
    };
  };
}

const said = <T>(name: string, value: T | undefined): Record<string, T> =>
  value === undefined ? {} : { [name]: value };

function numberOf(text: string): number | undefined {
  const number = Number(text);
  return text === '' || !Number.isFinite(number) ? undefined : number;
}
