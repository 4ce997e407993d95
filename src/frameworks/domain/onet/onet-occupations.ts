import { canBeEntry, fittingDetails, fittingLabels, fittingText, oneLine, plainDraft } from '../import/draft-texts.js';
import type { FrameworkDraft, Place } from '../import/framework-draft.js';
import { IMPORT_LIMITS } from '../import/import-limits.js';
import { occupationUri } from './onet-uris.js';

/** What other files say of an occupation, until all are read. */
interface Sayings {
  readonly place: Place;
  readonly titles: { readonly place: Place; readonly text: string }[];
  readonly tasks: object[];
  jobZone?: number;
}

/** Occupations with their titles, tasks and job zones; nobody holds them. */
export class OnetOccupations {
  private readonly sayings = new Map<string, Sayings>();
  private readonly mentioned = new Map<string, { readonly place: Place; readonly title: string }>();

  constructor(private readonly draft: FrameworkDraft) {
    draft.whenRead(() => this.finish());
  }

  take(place: Place, soc: string, title: string, description: string): void {
    const uri = soc === '' ? '' : occupationUri(soc);
    const label = oneLine(title);
    if (!canBeEntry(this.draft, place, uri, label)) return;
    const definition = fittingText(this.draft, place, description);
    this.draft.add(place, {
      ...plainDraft(uri, { language: 'en', text: label }),
      code: soc.slice(0, IMPORT_LIMITS.maxCode),
      ...(definition === undefined ? {} : { definition }),
      type: 'occupation',
      assignable: false,
    });
  }

  /** Named in a file about something else: described by that where no other file does. */
  mention(place: Place, soc: string, title: string): void {
    if (!this.mentioned.has(soc)) this.mentioned.set(soc, { place, title });
  }

  takeTitle(place: Place, soc: string, title: string): void {
    if (title !== '' && title !== 'n/a') this.of(place, soc).titles.push({ place, text: title });
  }

  takeTask(place: Place, soc: string, id: string, task: string, type: string): void {
    if (task === '') this.draft.report(place, 'error', 'label-missing', 'The task has no text.');
    else this.of(place, soc).tasks.push({ id, task: task.slice(0, 2_000), ...(type === '' ? {} : { type }) });
  }

  takeJobZone(place: Place, soc: string, zone: string): void {
    if (/^[1-9]$/.test(zone)) this.of(place, soc).jobZone = Number(zone);
    else this.draft.report(place, 'error', 'value-invalid', 'A job zone is a number.');
  }

  private of(place: Place, soc: string): Sayings {
    const known = this.sayings.get(soc);
    if (known !== undefined) return known;
    const first: Sayings = { place, titles: [], tasks: [] };
    this.sayings.set(soc, first);
    return first;
  }

  private finish(): void {
    const { draft } = this;
    for (const [soc, { place, title }] of this.mentioned)
      if (draft.entry(occupationUri(soc)) === undefined && title !== '') this.take(place, soc, title, '');
    for (const [soc, { place, titles, tasks, jobZone }] of this.sayings) {
      const entry = draft.entry(occupationUri(soc));
      if (entry === undefined) {
        const message = `There is no occupation "${soc.slice(0, 60)}"; its titles, tasks and job zone are left out.`;
        draft.report(place, 'error', 'occupation-unknown', message);
        continue;
      }
      entry.alternativeLabels = titles.flatMap((title) => fittingLabels(draft, title.place, 'en', [title.text]));
      const details = fittingDetails(draft, place, { ...entry.details, tasks, jobZone });
      if (details !== undefined) entry.details = details;
    }
  }
}
