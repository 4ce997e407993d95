import type { FrameworkAbout } from '../content/framework-content.js';
import { EXTENSION } from '../export/case-export.js';
import { type FrameworkPart, frameworkPartOf } from '../export/framework-part.js';
import { FrameworkDraft, type Place } from '../import/framework-draft.js';
import { IMPORT_LIMITS } from '../import/import-limits.js';
import { turns } from '../import/in-turns.js';
import { type FileTally, type ParsedFramework, ProblemList } from '../import/parsed-framework.js';
import { UnreadableSource } from '../import/source-problem.js';
import { isObject, type JsonObject, listOf, objectOf, textOf, textsOf, withoutEmpty } from '../json/json-members.js';
import { readJson } from '../json/json-source.js';
import { firstCharacter } from '../table/first-character.js';
import { readTables } from '../table/source-tables.js';
import type { SourceFile } from '../table/source-text.js';
import { CaseAssociations } from './case-associations.js';
import { CaseItems } from './case-items.js';
import { sharedNames } from './case-names.js';
import { CaseDefinitions, type CasePackage, casePackageOf } from './case-package.js';
import { CaseRubrics } from './case-rubrics.js';
import { CaseTables, packageOf } from './case-tables.js';

/**
 * A framework from CASE packages (1.0 and 1.1, `CFPackage` JSON): items, associations and rubrics, each item known by
 * its GUID whatever host its URI names; or from the tables of a spreadsheet with the members of CASE as columns.
 *
 * @param baseUri begins the uris of rows that have neither a uri nor a GUID
 * @throws {UnreadableSource} when a file is neither, or no item of any could be taken
 */
export async function readCaseFramework(files: readonly SourceFile[], baseUri: string): Promise<ParsedFramework> {
  const draft = new FrameworkDraft(new ProblemList());
  const items = new CaseItems(draft);
  const associations = new CaseAssociations(draft, items);
  const tables = new CaseTables(draft, items, associations, baseUri);
  const budget = { bytes: IMPORT_LIMITS.maxBytes, rows: IMPORT_LIMITS.maxRows };
  const tallies: FileTally[] = [];
  const documents: CasePackage[] = [];
  for (const file of files) {
    const { source, character } = await firstCharacter(file);
    if (character !== '{' && character !== '[') {
      tallies.push(...(await readTables([source], tables.open, {}, budget)));
      continue;
    }
    const casePackage = casePackageOf(await readJson(source, budget));
    if (casePackage === undefined) throw noPackage(source.file);
    documents.push(casePackage);
    tallies.push(...(await takePackage(draft, items, associations, source.file, casePackage)));
  }
  draft.whenRead(() => tables.finish(() => associations.finish()));
  documents.push(...tables.documents.map(packageOf));
  return {
    content: { entries: await draft.settle(), ...(documents.length === 0 ? {} : partOf(documents)) },
    problems: draft.problems,
    files: tallies,
  };
}

async function takePackage(
  draft: FrameworkDraft,
  items: CaseItems,
  associations: CaseAssociations,
  file: string,
  casePackage: CasePackage,
): Promise<FileTally[]> {
  const { members, version, document } = casePackage;
  const context = {
    casePackage,
    definitions: new CaseDefinitions(members),
    isShared: sharedNames(listOf(members.CFItems).map(objectOf)),
  };
  const rubrics = new CaseRubrics(draft, items, (textOf(document.language) || 'en').toLowerCase());
  const giveWay = turns();
  const each = async (name: string, take: (place: Place, part: JsonObject) => void): Promise<FileTally> => {
    const parts = listOf(members[name]);
    for (const [at, part] of parts.entries()) {
      await giveWay();
      const place = { file, pointer: `${casePackage.pointer}/${name}/${at}` };
      if (isObject(part)) take(place, part);
      else draft.report(place, 'error', 'not-an-object', 'An object is expected here.');
    }
    return { file, kind: `case ${version} ${name.slice(2).toLowerCase()}`, rows: parts.length };
  };
  items.takeDocument(casePackage);
  const itemTally = await each('CFItems', (place, item) => items.take(place, item, context));
  const rubricTally = await each('CFRubrics', (place, rubric) => rubrics.take(place, rubric));
  const associationTally = await each('CFAssociations', (place, association) =>
    draft.whenRead(() => associations.take(place, association)),
  );
  return [itemTally, associationTally, ...(rubricTally.rows === 0 ? [] : [rubricTally])];
}

/** As our own export wrote it, where the only package is one; else what the documents say. */
function partOf(packages: readonly CasePackage[]): FrameworkPart {
  const exported = packages.length === 1 ? objectOf(packages[0]?.document.extensions)[EXTENSION] : undefined;
  return (exported === undefined ? undefined : frameworkPartOf(exported)) ?? { about: aboutOf(packages) };
}

/** Of several packages the first gives the title; each is kept with what its document says. */
function aboutOf(packages: readonly CasePackage[]): FrameworkAbout {
  const document = packages[0]?.document ?? {};
  const text = (name: string): string => textOf(document[name]);
  return withoutEmpty({
    title: text('title'),
    description: text('description'),
    publisher: text('publisher') || text('creator'),
    licence: textOf(objectOf(document.licenseURI).uri) || text('licenseURI'),
    homepage: text('officialSourceURL'),
    details: { documents: packages.map((one) => documentDetails(one)) },
  });
}

function documentDetails({ document, version }: CasePackage): JsonObject {
  const names = ['identifier', 'uri', 'title', 'creator', 'publisher', 'adoptionStatus', 'version', 'language'];
  const dates = ['lastChangeDateTime', 'statusStartDate', 'statusEndDate', 'frameworkType', 'notes'];
  const texts = [...names, ...dates].map((name): [string, string] => [name, textOf(document[name]).slice(0, 2_000)]);
  return withoutEmpty({ caseVersion: version, ...Object.fromEntries(texts), subject: textsOf(document.subject) });
}

function noPackage(file: string): UnreadableSource {
  const message = 'The file is no CASE package: it has no CFDocument.';
  return new UnreadableSource({ file, severity: 'fatal', code: 'file-unknown', message });
}
