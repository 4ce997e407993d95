import { canBeEntry, oneLine, plainDraft } from '../import/draft-texts.js';
import type { FrameworkDraft, Place } from '../import/framework-draft.js';
import type { TakeRow } from '../table/source-tables.js';
import type { TableHeader } from '../table/table-header.js';
import { commodityUri, occupationUri, technologyUri, toolUri } from './onet-uris.js';

/** Technologies and tools that occupations use, each below its commodities of UNSPSC. */
export class OnetTechnologies {
  private readonly placed = new Set<string>();

  constructor(private readonly draft: FrameworkDraft) {}

  open(header: TableHeader, type: 'technology' | 'tool'): TakeRow {
    const column = (name: string) => header.column(name);
    const [soc, example] = [column('O*NET-SOC Code'), column('Example')];
    const [code, title] = [column('Commodity Code'), column('Commodity Title')];
    const [hot, inDemand] = [column('Hot Technology'), column('In Demand')];
    return (cells, place) => {
      const name = oneLine(example(cells));
      const uri = name === '' ? '' : type === 'technology' ? technologyUri(name) : toolUri(name);
      if (!canBeEntry(this.draft, place, uri, name)) return;
      const isHot = isYes(hot(cells));
      const entry = this.draft.entry(uri);
      if (entry === undefined) this.draft.add(place, { ...plainDraft(uri, { language: 'en', text: name }), type });
      if (isHot) (this.draft.entry(uri) ?? { details: {} }).details = { hotTechnology: true };
      if (code(cells) !== '') this.putBelow(place, uri, code(cells), title(cells));
      const detail = {
        ...(isHot ? { hotTechnology: true } : {}),
        ...(isYes(inDemand(cells)) ? { inDemand: true } : {}),
      };
      const says = Object.keys(detail).length > 0;
      this.draft.relate(place, 'uses', occupationUri(soc(cells)), uri, says ? detail : undefined);
    };
  }

  /** UNSPSC Reference: a commodity with its class, family and segment. */
  openCommodities(header: TableHeader): TakeRow {
    const steps = ['Commodity', 'Class', 'Family', 'Segment'].map((step) => ({
      code: header.column(`${step} Code`),
      title: header.column(`${step} Title`),
    }));
    return (cells, place) => {
      const path = steps
        .map(({ code, title }) => ({ code: code(cells), title: title(cells) }))
        .filter(({ code }) => code);
      if (path.length === 0) this.draft.report(place, 'error', 'identity-missing', 'The row has no code.');
      for (const [at, { code, title }] of path.entries()) {
        this.commodity(place, code, title);
        const above = path[at + 1];
        if (above !== undefined && above.code !== code && this.isNew(`${code} ${above.code}`))
          this.draft.relate(place, 'broader', commodityUri(code), commodityUri(above.code));
      }
    };
  }

  private putBelow(place: Place, uri: string, code: string, title: string): void {
    this.commodity(place, code, title);
    if (this.isNew(`${uri} ${code}`)) this.draft.relate(place, 'broader', uri, commodityUri(code));
  }

  private commodity(place: Place, code: string, title: string): void {
    const uri = commodityUri(code);
    if (this.draft.entry(uri) !== undefined || !canBeEntry(this.draft, place, uri, oneLine(title))) return;
    const entry = plainDraft(uri, { language: 'en', text: oneLine(title) });
    this.draft.add(place, { ...entry, code: code.slice(0, 200), type: 'group', assignable: false });
  }

  private isNew(pair: string): boolean {
    return this.placed.size < this.placed.add(pair).size;
  }
}

const isYes = (text: string): boolean => /^y/i.test(text);
