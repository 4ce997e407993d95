import type { HolderCount } from '../../candidates/index.js';
import type { CompetencyPage } from '../../frameworks/index.js';
import type { CompetencyDto } from './competency.dto.js';

export function presentCompetency(page: CompetencyPage, holders: HolderCount): CompetencyDto {
  const { description, relations } = page;
  const { id, uri, code, label, definition, type, assignable, status, inForce, replacedBy } = description;
  return {
    id,
    uri,
    code,
    label,
    definition,
    type,
    assignable,
    status,
    inForce,
    replacedBy,
    framework: {
      id: description.frameworkId,
      name: description.frameworkName,
      versionId: description.frameworkVersionId,
      version: description.frameworkVersion,
    },
    labels: [...page.labels],
    levelAnchors: Object.entries(description.levelAnchors)
      .map(([level, anchor]) => ({ level: Number(level), anchor }))
      .sort((a, b) => a.level - b.level),
    ...relations,
    ancestors: [...page.ancestors],
    occupations: page.linkedFrom.filter((linked) => linked.type === 'occupation'),
    links: [...page.linkedTo],
    crosswalks: [...page.crosswalks],
    versions: page.versions.map(({ importedAt, ...version }) => ({ ...version, importedAt: importedAt.toISOString() })),
    holders,
  };
}
