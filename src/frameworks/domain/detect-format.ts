import { caseTableKind } from './case/case-tables.js';
import { crosswalkColumns } from './crosswalks/crosswalk-columns.js';
import { ownForm } from './csv/own-tables.js';
import { escoFiles } from './esco/esco-files.js';
import type { FrameworkFormat } from './framework-errors.js';
import { FrameworkDraft } from './import/framework-draft.js';
import { ProblemList } from './import/parsed-framework.js';
import { UnreadableSource } from './import/source-problem.js';
import { onetFiles } from './onet/onet-files.js';
import { isRsdHeader } from './rsd/rsd-table.js';
import { beginningOf } from './table/first-character.js';
import { headerNames, holdsHeader } from './table/header-names.js';
import type { SourceFile } from './table/source-text.js';
import { TableHeader } from './table/table-header.js';
import { ModelInfos } from './tabiya/model-info.js';
import { tabiyaFiles } from './tabiya/tabiya-files.js';

/**
 * The format that all files are of, told by their beginnings: the header row of a table, the members of a JSON document.
 *
 * @returns the same files, to be read from their beginnings
 * @throws {UnreadableSource} `format-unknown` for a file of no format known here, `format-unclear` where files differ
 */
export async function detectFormat(
  files: readonly SourceFile[],
): Promise<{ format: FrameworkFormat; sources: SourceFile[] }> {
  const sources: SourceFile[] = [];
  let first: { readonly file: string; readonly format: FrameworkFormat } | undefined;
  for (const given of files) {
    const { source, beginning } = await beginningOf(given, suffices);
    sources.push(source);
    const format = formatOf(beginning.replace(/^\ufeff/, ''), given.file);
    if (format === undefined) throw unknown(given.file, beginning);
    const both: FrameworkFormat | undefined = first === undefined ? format : together(first.format, format);
    if (both === undefined) throw unclear(first?.file ?? '', first?.format ?? '', given.file, format);
    first = { file: first?.file ?? given.file, format: both };
  }
  if (first === undefined) throw unknown('', '');
  return { format: first.format, sources };
}

/** A dataset of Tabiya may come on top of the ESCO download that it translates. */
function together(one: FrameworkFormat, other: FrameworkFormat): FrameworkFormat | undefined {
  if (one === other) return one;
  const formats = [one, other];
  return formats.includes('tabiya') && formats.includes('esco') ? 'tabiya' : undefined;
}

/** A header row with what follows it, or enough of a JSON document to meet one of its members. */
const suffices = (text: string): boolean => (isJson(text) ? text.length >= 32_768 : holdsHeader(text));

const isJson = (text: string): boolean => /^[\s\ufeff]*[[{]/.test(text);

function formatOf(beginning: string, file: string): FrameworkFormat | undefined {
  if (isJson(beginning)) return MEMBERS.find(([pattern]) => pattern.test(beginning))?.[1];
  const names = headerNames(beginning);
  return TABLES.find(([, fits]) => fits(names, file))?.[0];
}

// Any of these may come first: the members of a JSON object have no order.
const MEMBERS: readonly (readonly [RegExp, FrameworkFormat])[] = [
  [/"CF(?:Package|Document|Items|Associations|Definitions|Rubrics)"\s*:/, 'case'],
  [/"(?:ceasn|ceterms):|credreg\.net\/ctdl|"envelope_\w+"\s*:|"decoded_resource"\s*:/, 'ctdl-asn'],
  [/"skillStatement"\s*:|"RichSkill(?:Descriptor|Collection)"/, 'rsd'],
];

const nothing = (): FrameworkDraft => new FrameworkDraft(new ProblemList());

const TABLES: readonly (readonly [FrameworkFormat, (names: readonly string[], file: string) => boolean])[] = [
  ['rsd', (names) => isRsdHeader(new TableHeader(names))],
  ['case', (names) => caseTableKind(new TableHeader(names)) !== undefined],
  [
    'tabiya',
    (names, file) => tabiyaFiles(nothing(), new ModelInfos(), 'urn:x:')(new TableHeader(names), file) !== undefined,
  ],
  [
    'onet',
    (names, file) => onetFiles(nothing(), { scales: [], jobZones: [] })(new TableHeader(names), file) !== undefined,
  ],
  ['esco', (names, file) => escoFiles(nothing())(new TableHeader(names), file) !== undefined],
  ['csv', (names, file) => ownForm(names, file) !== undefined],
];

function unknown(file: string, beginning: string): UnreadableSource {
  const names = isJson(beginning) ? [] : headerNames(beginning.replace(/^\ufeff/, '')).filter((name) => name !== '');
  const isCrosswalk = crosswalkColumns(new TableHeader(names)) !== undefined;
  const shown = names
    .slice(0, 5)
    .map((name) => `"${name.slice(0, 40)}"`)
    .join(', ');
  const found = shown === '' ? '' : ` Its first row is ${shown}${names.length > 5 ? ', ...' : ''}.`;
  const message = isCrosswalk
    ? 'The table is a crosswalk between frameworks. Send it to POST /v1/crosswalks/imports.'
    : `The file is of no format of a framework that can be told by its beginning.${found} Name the format in the field ` +
      '"format", or for a table of your own the columns as the documentation says.';
  return new UnreadableSource({ file, severity: 'fatal', code: 'format-unknown', message });
}

function unclear(one: string, format: string, other: string, otherFormat: string): UnreadableSource {
  const message = `${one} looks like ${format}, ${other} like ${otherFormat}. Send one format at a time, or name it.`;
  return new UnreadableSource({ file: other, severity: 'fatal', code: 'format-unclear', message });
}
