import { Conflict, Invalid } from '../../platform/errors/index.js';

/** Formats that can be imported. */
export const FRAMEWORK_FORMATS = ['csv', 'esco', 'tabiya', 'onet', 'case', 'ctdl-asn', 'rsd'] as const;

export type FrameworkFormat = (typeof FRAMEWORK_FORMATS)[number];

/** Kept of an upload that names no format: it is told by the files. */
export const FORMAT_BY_FILES = 'detect';

export const isFrameworkFormat = (text: string): text is FrameworkFormat =>
  FRAMEWORK_FORMATS.some((format) => format === text);

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
