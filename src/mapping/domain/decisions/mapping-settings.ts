/** What an organization sets about the mapping of claims. */
export interface MappingSettingsContent {
  /** A decision on a mapping counts only when another person has confirmed it. */
  readonly secondReviewer: boolean;
  /** Words that exactly are an alternative label of three words or more, of one competency alone, map without a person. */
  readonly alternativeLabels: boolean;
}

export interface NumberedMappingSettings extends MappingSettingsContent {
  readonly version: number;
}

export const DEFAULT_MAPPING_SETTINGS: NumberedMappingSettings = {
  version: 1,
  secondReviewer: false,
  alternativeLabels: false,
};
