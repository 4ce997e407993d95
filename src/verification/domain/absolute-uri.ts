const longest = 5_000;
const absoluteUri = /^[A-Za-z][A-Za-z0-9+.-]*:[^\s<>"{}|\\^`\x00-\x1f\x7f-\x9f]+$/;

/** Whether a text is an absolute URI: a scheme and something after it, without spaces or characters no URI may hold. */
export function isAbsoluteUri(value: unknown): value is string {
  return typeof value === 'string' && value.length <= longest && absoluteUri.test(value);
}
