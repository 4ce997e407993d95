import type { PipeTransform } from '@nestjs/common';
import { NotFound } from '../errors/index.js';
import { isUuid } from '../ids/index.js';

/**
 * For path parameters that are ids: what is no id names nothing, so the answer is the 404 of an id that does not exist.
 *
 * @param what the thing in words, such as `role profile`
 */
export const idOf = (what: string): PipeTransform<string, string> => ({
  transform(value) {
    if (!isUuid(value)) throw new NotFound(what);
    return value.toLowerCase();
  },
});
