import type { FormatName } from './read-result.js';

/** What people call each format. */
export const formatTitles: Readonly<Record<FormatName, string>> = {
  'openbadges-3': 'Open Badges 3.0',
  'clr-2': 'Comprehensive Learner Record 2.0',
  endorsement: 'Endorsement of Open Badges 3.0',
  'w3c-vc-1.1': 'W3C Verifiable Credential, data model 1.1',
  'w3c-vc-2.0': 'W3C Verifiable Credential, data model 2.0',
  'openbadges-2': 'Open Badges 2.0 and 2.1',
  'openbadges-1': 'Open Badges 0.5 to 1.1',
  'sd-jwt-vc': 'SD-JWT credential',
  'verifiable-presentation': 'W3C Verifiable Presentation',
  'enveloped-credential': 'Enveloped W3C Verifiable Credential',
  'baked-png': 'Badge baked into a PNG image',
  'baked-svg': 'Badge baked into an SVG image',
  'ler-rs': 'HR Open learner record (LER-RS)',
  'json-resume': 'JSON Resume',
  elm: 'European Learning Model credential (Europass)',
  link: 'Address of a credential',
  'credential-list': 'Several credentials in one file',
  unknown: 'Unknown',
};
