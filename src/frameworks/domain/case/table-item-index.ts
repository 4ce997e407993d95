import { guidOf } from '../identifier/guid.js';
import type { ItemRow } from './table-columns.js';

/** Items of tables by what other rows call them: identifier, code, uri, place in an outline. */
export class TableItemIndex {
  private readonly byIdentifier = new Map<string, string>();
  private readonly byCode = new Map<string, string>();
  private readonly byOutline = new Map<string, string>();

  add({ identifier, uri: address, code, outline }: ItemRow, uri: string): void {
    if (uri === '') return;
    for (const key of [identifier, address, guidOf(identifier) ?? '', uri]) put(this.byIdentifier, key, uri);
    put(this.byCode, code, uri);
    put(this.byOutline, outline, uri);
  }

  find(reference: string): string | undefined {
    return (
      this.byIdentifier.get(reference) ?? this.byCode.get(reference) ?? this.byIdentifier.get(guidOf(reference) ?? '')
    );
  }

  isKey(text: string): boolean {
    return this.byIdentifier.has(text) || this.byCode.has(text);
  }

  /** What a row belongs to that does not say so: `1.2` is above `1.2.3` in an outline, else `M.F` above the code `M.F.1`. */
  above({ outline, code }: ItemRow): string | undefined {
    return outline === '' ? this.byCode.get(beginningOf(code)) : this.byOutline.get(beginningOf(outline));
  }
}

const beginningOf = (text: string): string => text.slice(0, Math.max(text.lastIndexOf('.'), 0));

/** Of two rows with one key the first counts. */
function put(map: Map<string, string>, key: string, uri: string): void {
  if (key !== '' && !map.has(key)) map.set(key, uri);
}
