const longest = 5_000;

/** Whether a text is an absolute URI: a scheme and something after it, without spaces or characters no URI may hold. */
export function isAbsoluteUri(value: unknown): value is string {
  return (
    typeof value === 'string' && value.length <= longest && /^[a-z][a-z0-9+.-]*:[^\s<>"{}|\\^`\p{Cc}]+$/iu.test(value)
  );
}
