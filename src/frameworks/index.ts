export {
  ChangeFramework,
  type ChangedFramework,
  changedFramework,
  type PlannedVersion,
} from './application/change-framework.js';
export {
  CompetencyLookup,
  type CompetencyMatch,
  type IdentifierMatch,
  type NearMatch,
} from './application/competency-lookup.js';
export { type CompetencyPage, CompetencyPages } from './application/competency-pages.js';
export { type AnchorOf, CompetencyReader } from './application/competency-reader.js';
export { CompetencyResolver } from './application/competency-resolver.js';
export { Crosswalks } from './application/crosswalks.js';
export { CompetencyWordings } from './application/competency-wordings.js';
export { type AlignmentClass, classifyAlignment } from './domain/alignment-class.js';
export type { AlignmentReference } from './domain/alignment-reference.js';
export {
  type CanonicalIdentifier,
  canonicalKey,
  type IdentifierScheme,
  parseCanonicalKey,
} from './domain/identifier/canonical-identifier.js';
export { uriOfKey } from './domain/identifier/uri-of-key.js';
export { canonicalIdentifier, canonicalIdentifiers, canonicalReference } from './domain/identifier/identifier.js';
export { type LabelParts, labelParts, MAX_LABEL_CHARACTERS, normaliseLabel } from './domain/label/label-normaliser.js';
export { foldSpelling } from './domain/label/spelling-variants.js';
export { visibleText } from './domain/label/visible-text.js';
export { VersionIndexes } from './application/version-indexes.js';
export { type RelationEdges, type RelationFactors, type RelationPath, relationPaths } from './domain/relations.js';
export { UnreadableSource } from './domain/import/source-problem.js';
export { tableRecords } from './domain/table/table-records.js';
export { COMPETENCY_TYPES, CROSSWALK_RELATIONS, LINK_TYPES } from './domain/content/framework-content.js';
export { FrameworkReferenceDto, NamedCompetencyDto } from './http/competency.dto.js';
export { ChangedFrameworkDto, ChangesPreviewDto, toChange } from './http/framework-changes.dto.js';
export type { FrameworkDiff } from './domain/content/framework-diff.js';
export { FrameworksModule } from './frameworks.module.js';
export type { CompetencySummary, ResolvedCompetency } from './persistence/competency-read.repository.js';
export type { CompetencyName, CompetencyWording } from './persistence/competency-wording.repository.js';
export { FRAMEWORK_ENTITIES } from './persistence/entities.js';
