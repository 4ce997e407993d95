const GUID = /^\{?([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})\}?$/i;

/** The text as a lower-case GUID (`urn:uuid:` and braces allowed around it); undefined when it is none. */
export function guidOf(text: string): string | undefined {
  return GUID.exec(text.replace(/^urn:uuid:/i, ''))?.[1]?.toLowerCase();
}
