import type { FrameworkAbout } from '../content/framework-content.js';
import { fileLanguage } from '../esco/file-language.js';
import { IMPORT_LIMITS } from '../import/import-limits.js';
import { withoutEmpty } from '../json/json-members.js';
import type { TakeRow } from '../table/source-tables.js';
import type { TableHeader } from '../table/table-header.js';
import { datasetOf } from './dataset-ids.js';
import { listedUuids } from './uuid-history.js';

interface ModelInfo {
  readonly file: string;
  readonly languages: readonly string[];
  readonly members: Readonly<Record<string, unknown>>;
}

const TEXTS = ['NAME', 'LOCALE', 'DESCRIPTION', 'VERSION', 'RELEASED', 'RELEASENOTES', 'CREATEDAT', 'UPDATEDAT'];
const MAX_MODELS = 100;

/** What the datasets say of themselves: their names, versions and languages, and the licence text beside them. */
export class ModelInfos {
  private readonly models: ModelInfo[] = [];
  private licence = '';
  private readonly languages = new Map<string, string>();

  open(header: TableHeader): TakeRow {
    const texts = TEXTS.map((name) => [name, header.column(name)] as const);
    const [history, languages] = [header.column('UUIDHISTORY'), header.column('LANGUAGES')];
    return (cells, { file }) => {
      if (this.models.length >= MAX_MODELS) return;
      const said = Object.fromEntries(texts.map(([name, read]) => [name, read(cells).slice(0, MAX_TEXT)]));
      const tags = languages(cells).split(/[\s,;|]+/);
      this.models.push({
        file,
        languages: tags.filter((tag) => LANGUAGE.test(tag)).map((tag) => tag.toLowerCase()),
        members: withoutEmpty({ ...said, UUIDHISTORY: listedUuids(history(cells)).kept }),
      });
    };
  }

  /** The first line of a licence says which one it is. */
  openLicence(header: TableHeader): TakeRow {
    this.licence = header.names.join(' ').replace(/^#+\s*/, '').trim().slice(0, IMPORT_LIMITS.maxLabel); // prettier-ignore
    return () => undefined;
  }

  /**
   * The language of a dataset's texts: of the name of the file or its folder, else of the locale where that names one
   * (`EU-en`, `fr`; `ZA` is a country), else the first that the dataset lists, else English.
   */
  languageOf(file: string): string {
    const known = this.languages.get(file) ?? this.languageBy(file);
    this.languages.set(file, known);
    return known;
  }

  private languageBy(file: string): string {
    const named = file.split(/[/\\]/).reverse().map(languageNamed).find((language) => language !== undefined); // prettier-ignore
    if (named !== undefined) return named;
    const model = this.models.find((one) => datasetOf(one.file) === datasetOf(file));
    const locale = typeof model?.members.LOCALE === 'string' ? model.members.LOCALE : '';
    return locale.split(/[-_]/).find((part) => /^[a-z]{2,3}$/.test(part)) ?? model?.languages[0] ?? 'en';
  }

  /** Of several datasets the first gives the title; each is kept. */
  about(isEsco: boolean): FrameworkAbout {
    const text = (name: string): string => {
      const said = this.models.map(({ members }) => members[name]).find((value) => typeof value === 'string');
      return typeof said === 'string' ? said : '';
    };
    return withoutEmpty({
      title: text('NAME'),
      description: text('DESCRIPTION'),
      licence: this.licence,
      attribution: isEsco ? ATTRIBUTION : '',
      details: withoutEmpty({ models: this.models.map(({ members }) => members) }),
    });
  }
}

/** `skills_fr.csv`, `esco-1.1.2-fr-skills.csv`, or a folder `esco-v1.1.2(fr)` */
const languageNamed = (name: string): string | undefined =>
  fileLanguage(name) ?? fileLanguage(name.replace(/\(([a-z]{2})\)/i, '_$1'));

const MAX_TEXT = 2_000;
const LANGUAGE = /^[a-z]{2,3}(?:-[a-z0-9]{2,8})?$/i;

/** As the European Commission asks of whoever shows ESCO or what was made of it. */
const ATTRIBUTION =
  'This service uses the ESCO classification of the European Commission, in a version that was adapted by others.';
