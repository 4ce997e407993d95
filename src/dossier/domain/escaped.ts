const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/**
 * Text of strangers for a page: nothing of it is markup, and its writing direction ends with it, so that it cannot turn
 * the words around it.
 */
export function escaped(text: string): string {
  // Control characters are drawn by no browser, but hide what stands between them.
  const visible = text.replace(/[\p{Cc}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu, ' ');
  return `<bdi>${visible.replace(/[&<>"']/g, (letter) => entities[letter] ?? '')}</bdi>`;
}
