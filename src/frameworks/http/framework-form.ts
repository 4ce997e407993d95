import { Injectable } from '@nestjs/common';
import { Malformed } from '../../platform/errors/index.js';
import { DtoValidationPipe, type MultipartForm } from '../../platform/http/index.js';
import { FORMAT_BY_FILES } from '../domain/framework-errors.js';
import type { FrameworkUpload } from '../persistence/framework-upload.repository.js';
import { FrameworkFormDto } from './framework.dto.js';

/** Reads the form of an upload by the same rules as a JSON body. */
@Injectable()
export class FrameworkForm {
  private readonly validation = new DtoValidationPipe();

  /** @throws {Malformed} `validation-failed` with the fields; `form-expected`, `file-missing`, `file-empty` */
  async read(form: MultipartForm | undefined): Promise<Omit<FrameworkUpload, 'uploadedBy'>> {
    if (form === undefined) throw new Malformed('form-expected', 'Send the framework as multipart/form-data.');
    const fields = (await this.validation.transform(Object.fromEntries(form.fields), {
      type: 'body',
      metatype: FrameworkFormDto,
    })) as FrameworkFormDto;
    if (form.files.length === 0) {
      throw new Malformed('file-missing', 'Send the framework as one or more files in the field "files".', [
        { pointer: '/files', code: 'file-missing', message: 'must hold at least one file' },
      ]);
    }
    const files = form.files.map(({ filename, content }, at) => {
      const name = (filename ?? '').slice(0, 200) || `file ${at + 1}`;
      if (content.length > 0) return { name, bytes: content };
      throw new Malformed('file-empty', 'A file of the framework is empty.', [
        { pointer: `/files/${at}`, code: 'file-empty', message: 'must not be empty' },
      ]);
    });
    return {
      format: fields.format?.trim() || FORMAT_BY_FILES,
      name: fields.name.trim(),
      version: fields.version.trim(),
      dryRun: fields.dryRun === 'true',
      files,
    };
  }
}
