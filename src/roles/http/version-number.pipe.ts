import type { PipeTransform } from '@nestjs/common';
import { NotFound } from '../../platform/errors/index.js';

/** A version number in a path; what is no such number names nothing. */
export class VersionNumberPipe implements PipeTransform<string, number> {
  transform(value: string): number {
    if (!/^[1-9]\d{0,8}$/.test(value)) throw new NotFound('role profile version');
    return Number(value);
  }
}
