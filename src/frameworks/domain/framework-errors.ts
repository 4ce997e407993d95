import { Conflict, Invalid } from '../../platform/errors/index.js';

/** Formats that can be imported. */
export const FRAMEWORK_FORMATS = ['csv', 'esco', 'onet', 'case', 'ctdl-asn', 'rsd'] as const;

export class FormatNotSupported extends Invalid {
  constructor() {
    const formats = FRAMEWORK_FORMATS.join(', ');
    super('format-not-supported', `Frameworks can be imported in these formats: ${formats}.`, [
      { pointer: '/format', code: 'format-not-supported', message: `must be one of ${formats}` },
    ]);
  }
}

/** What a version says never changes; other content is another version. */
export class VersionExists extends Conflict {
  constructor(version: string) {
    super('version-exists', `Version ${version} of this framework is there with other content. Name a new version.`);
  }
}
