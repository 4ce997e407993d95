/** Headers by lower-case name; a header that came more than once is one text with commas, which fits no form. */
export type DeliveryHeaders = Readonly<Record<string, string | readonly string[] | undefined>>;

/** A delivery as it came over the wire, with its body parsed where it is JSON. */
export interface ReadDelivery {
  readonly headers: DeliveryHeaders;
  readonly bytes: Buffer;
  /** undefined when the bytes are no JSON. */
  readonly json: unknown;
}

/** Where something stands in a delivery: a header, or a member of the body by JSON pointer (RFC 6901). */
export type Place = { readonly header: string } | { readonly body: string };

/** @returns the text there, a whole number as its digits; undefined for what is neither */
export function textAt(delivery: ReadDelivery, place: Place): string | undefined {
  const value = 'header' in place ? delivery.headers[place.header] : valueAt(delivery.json, place.body);
  if (typeof value === 'string') return value;
  return Number.isSafeInteger(value) ? String(value) : undefined;
}

/** What stands at a JSON pointer; undefined where nothing does. */
export function valueAt(json: unknown, pointer: string): unknown {
  return pointer
    .split('/')
    .slice(1)
    .reduce<unknown>((value, key) => {
      const name = key.replaceAll('~1', '/').replaceAll('~0', '~');
      const isThere = typeof value === 'object' && value !== null && Object.hasOwn(value, name);
      return isThere ? (value as Record<string, unknown>)[name] : undefined;
    }, json);
}
