import { ApplicationEntity, CandidateExternalIdRow, CandidateHolderRow, CandidateRow } from './candidate.entity.js';
import {
  HeldCompetencyRow,
  HoldingChangeRow,
  HoldingDueRow,
  HoldingPackRow,
  HoldingRow,
  HoldingSequenceRow,
} from './holding.entity.js';

export const CANDIDATE_ENTITIES = [
  CandidateRow,
  CandidateExternalIdRow,
  CandidateHolderRow,
  ApplicationEntity,
  HoldingRow,
  HoldingSequenceRow,
  HeldCompetencyRow,
  HoldingPackRow,
  HoldingChangeRow,
  HoldingDueRow,
];
