import type { SearchHit } from '../persistence/competency-search.repository.js';
import type { FoundCompetencyDto } from './competency.dto.js';

export function presentHit(hit: SearchHit): FoundCompetencyDto {
  const { id, uri, code, label, definition, type, assignable, status, matchedText, matchedLanguage } = hit;
  const match = matchedText === null ? null : { text: matchedText, language: matchedLanguage ?? '' };
  const framework = {
    id: hit.frameworkId,
    name: hit.frameworkName,
    versionId: hit.frameworkVersionId,
    version: hit.frameworkVersion,
  };
  return { id, uri, code, label, definition, type, assignable, status, framework, match };
}
