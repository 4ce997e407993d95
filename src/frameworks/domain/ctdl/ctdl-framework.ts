import type { FrameworkAbout } from '../content/framework-content.js';
import { FrameworkDraft } from '../import/framework-draft.js';
import { IMPORT_LIMITS } from '../import/import-limits.js';
import { turns } from '../import/in-turns.js';
import { type FileTally, type ParsedFramework, ProblemList } from '../import/parsed-framework.js';
import { UnreadableSource } from '../import/source-problem.js';
import { textOf, textsOf, withoutEmpty } from '../json/json-members.js';
import { readJson } from '../json/json-source.js';
import type { SourceFile } from '../table/source-text.js';
import { type CtdlContext, takeCompetency } from './ctdl-competencies.js';
import { type CtdlNode, ctdlNodes } from './ctdl-documents.js';
import { CtdlRelations } from './ctdl-relations.js';
import { CtdlRubrics, RUBRIC_PARTS } from './ctdl-rubrics.js';
import { languageTexts, preferredText } from './language-map.js';

const FRAMEWORKS = ['CompetencyFramework', 'Collection', 'StandardsDocument'];
const COMPETENCIES = ['Competency', 'Statement'];

/**
 * A framework from CTDL-ASN JSON-LD: graphs, single resources and envelopes of a credential registry, each competency
 * known by its CTID.
 *
 * @throws {UnreadableSource} when a file is no JSON, or no competency of any could be taken
 * @see https://credreg.net/ctdlasn/terms
 */
export async function readCtdlFramework(files: readonly SourceFile[]): Promise<ParsedFramework> {
  const draft = new FrameworkDraft(new ProblemList());
  const relations = new CtdlRelations(draft);
  const rubrics = new CtdlRubrics(draft, relations);
  const budget = { bytes: IMPORT_LIMITS.maxBytes };
  const tallies: FileTally[] = [];
  const frameworks: CtdlNode[] = [];
  for (const source of files) {
    const { nodes, unreadable } = ctdlNodes(await readJson(source, budget));
    for (const pointer of unreadable)
      draft.report({ file: source.file, pointer }, 'error', 'not-an-object', 'A resource is expected here.');
    const own = nodes.filter(isA(FRAMEWORKS));
    frameworks.push(...own);
    const context = contextOf(own[0] ?? nodes.find(isA(['Rubric'])));
    tallies.push(...(await takeNodes({ draft, relations, rubrics }, source.file, nodes, context)));
  }
  draft.whenRead(() => rubrics.finish());
  const entries = await draft.settle();
  return { content: { entries, about: aboutOf(frameworks) }, problems: draft.problems, files: tallies };
}

interface Readers {
  readonly draft: FrameworkDraft;
  readonly relations: CtdlRelations;
  readonly rubrics: CtdlRubrics;
}

async function takeNodes(
  { draft, relations, rubrics }: Readers,
  file: string,
  nodes: readonly CtdlNode[],
  context: CtdlContext,
): Promise<FileTally[]> {
  const giveWay = turns();
  const rows = { competencies: 0, rubrics: 0 };
  for (const node of nodes) {
    await giveWay();
    const place = { file, pointer: node.pointer };
    const part = RUBRIC_PARTS.find((type) => node.types.includes(type));
    if (isA(COMPETENCIES)(node)) {
      rows.competencies += 1;
      const uri = takeCompetency(draft, place, node, context);
      if (uri === undefined) continue;
      relations.know(file, node.id, uri);
      draft.whenRead(() => relations.takeCompetency(place, node, uri));
    } else if (part !== undefined) {
      rows.rubrics += 1;
      rubrics.know(part, { place, node, context });
    } else if (isA(FRAMEWORKS)(node)) {
      relations.knowFramework(file, node.id);
      draft.whenRead(() => relations.takeFramework(place, node));
    } else {
      const type = node.types.join(', ').slice(0, 60) || 'nothing said';
      const message = `Competencies, frameworks and rubrics are read; this is of the type ${type}.`;
      draft.report(place, 'error', 'type-unknown', message);
    }
  }
  if (rows.competencies + rows.rubrics === 0 && nodes.every((node) => !isA(FRAMEWORKS)(node))) throw noGraph(file);
  const rubricTally = { file, kind: 'ctdl-asn parts of rubrics', rows: rows.rubrics };
  return [
    { file, kind: 'ctdl-asn competencies', rows: rows.competencies },
    ...(rows.rubrics === 0 ? [] : [rubricTally]),
  ];
}

const isA =
  (types: readonly string[]) =>
  (node: CtdlNode): boolean =>
    node.types.some((type) => types.includes(type));

function contextOf(framework: CtdlNode | undefined): CtdlContext {
  const published = textOf(framework?.members.publicationStatusType).split(/[/:]/).at(-1)?.toLowerCase();
  return {
    language: (textsOf(framework?.members.inLanguage)[0] ?? 'en').toLowerCase(),
    // Much that is in use calls itself a draft, so only what was withdrawn is no longer to be used.
    status: published === 'deprecated' ? 'deprecated' : 'active',
  };
}

/** Of several frameworks the first gives the title; each is kept with its identity. */
function aboutOf(frameworks: readonly CtdlNode[]): FrameworkAbout {
  const { language } = contextOf(frameworks[0]);
  const text = (members: CtdlNode['members'], name: string): string =>
    preferredText(languageTexts(members[name], language), language)?.text.slice(0, IMPORT_LIMITS.maxDefinition) ?? '';
  const first = frameworks[0]?.members ?? {};
  return withoutEmpty({
    title: text(first, 'name'),
    description: text(first, 'description'),
    publisher: text(first, 'publisherName'),
    licence: textsOf(first.license)[0],
    homepage: textsOf(first.source)[0],
    details: {
      frameworks: frameworks.slice(0, 100).map(({ id, members }) =>
        withoutEmpty({
          id,
          ctid: textOf(members.ctid),
          name: text(members, 'name'),
          publicationStatus: textOf(members.publicationStatusType),
          dateModified: textOf(members.dateModified),
        }),
      ),
    },
  });
}

function noGraph(file: string): UnreadableSource {
  const message = 'The file holds no competency, framework or rubric of CTDL-ASN.';
  return new UnreadableSource({ file, severity: 'fatal', code: 'file-unknown', message });
}
