import { CompetencyEntryRow, CompetencyIdentifierRow, CompetencyLabelRow, CompetencyRow } from './competency.entity.js';
import { FrameworkRow, FrameworkUploadFileRow, FrameworkUploadRow, FrameworkVersionRow } from './framework.entity.js';
import { CompetencyEdgeRow, CompetencyLinkRow, CrosswalkRow } from './relation.entity.js';

export const FRAMEWORK_ENTITIES = [
  FrameworkRow,
  FrameworkVersionRow,
  FrameworkUploadRow,
  FrameworkUploadFileRow,
  CompetencyRow,
  CompetencyEntryRow,
  CompetencyLabelRow,
  CompetencyIdentifierRow,
  CompetencyEdgeRow,
  CompetencyLinkRow,
  CrosswalkRow,
];
