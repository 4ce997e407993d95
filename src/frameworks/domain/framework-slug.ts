/** Longer names of frameworks are refused at the door. */
export const MAX_FRAMEWORK_NAME = 200;

/**
 * What makes two uploads the same framework: its name without regard to case, blanks and punctuation, apart from the
 * signs that tell names apart (`C++`, `C#`).
 *
 * @returns '' for a name without a letter or digit
 */
export function frameworkSlug(name: string): string {
  const words = name
    .normalize('NFKC')
    .toLowerCase()
    .match(/[\p{L}\p{M}\p{N}+#]+/gu);
  const slug = (words ?? []).join('-');
  return /[\p{L}\p{N}]/u.test(slug) ? slug : '';
}

/** Uris of entries that have only a code; the same in every version of the framework. */
export const frameworkBaseUri = (slug: string): string => `urn:credence:framework:${encodeURIComponent(slug)}:`;
