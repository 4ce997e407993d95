import type {
  CompetencyDescription,
  DescribedLabel,
  DescribedRelations,
  StatedCrosswalk,
} from '../persistence/competency-detail.repository.js';
import type { SearchHit } from '../persistence/competency-search.repository.js';
import type { CompetencyDto, FoundCompetencyDto } from './competency.dto.js';

interface OfFramework {
  readonly frameworkId: string;
  readonly frameworkName: string;
  readonly frameworkVersionId: string;
  readonly frameworkVersion: string;
}

export function presentHit(hit: SearchHit): FoundCompetencyDto {
  const { id, uri, code, label, definition, type, assignable, status, matchedText, matchedLanguage } = hit;
  const match = matchedText === null ? null : { text: matchedText, language: matchedLanguage ?? '' };
  return { id, uri, code, label, definition, type, assignable, status, framework: frameworkOf(hit), match };
}

export interface CompetencyParts {
  readonly description: CompetencyDescription;
  readonly labels: DescribedLabel[];
  readonly relations: DescribedRelations;
  readonly crosswalks: StatedCrosswalk[];
}

export function presentCompetency({ description, labels, relations, crosswalks }: CompetencyParts): CompetencyDto {
  const { id, uri, code, label, definition, type, assignable, status, inForce, replacedBy, levelAnchors } = description;
  const named = { id, uri, code, label, definition, type, assignable, status, inForce, replacedBy };
  const anchors = Object.entries(levelAnchors)
    .map(([level, anchor]) => ({ level: Number(level), anchor }))
    .sort((a, b) => a.level - b.level);
  return { ...named, framework: frameworkOf(description), labels, levelAnchors: anchors, ...relations, crosswalks };
}

const frameworkOf = (of: OfFramework): CompetencyDto['framework'] => ({
  id: of.frameworkId,
  name: of.frameworkName,
  versionId: of.frameworkVersionId,
  version: of.frameworkVersion,
});
