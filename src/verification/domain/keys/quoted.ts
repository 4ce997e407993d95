const longest = 120;

/** A stranger's text made fit for a sentence of ours: one line, printable, clipped, in quotes. */
export function quoted(text: string): string {
  const clipped = text.length > longest ? `${text.slice(0, longest)}...` : text;
  return `"${clipped.replace(/[^\x20-\x7e]/g, '?')}"`;
}
