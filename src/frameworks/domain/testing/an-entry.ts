import type { FrameworkEntry } from '../content/framework-content.js';

/** A plain active skill that is named like its uri; `parts` override. */
export function anEntry(uri: string, parts: Partial<FrameworkEntry> = {}): FrameworkEntry {
  return {
    uri,
    label: { language: 'en', text: uri },
    translations: [],
    alternativeLabels: [],
    hiddenLabels: [],
    type: 'skill',
    assignable: true,
    status: 'active',
    broader: [],
    related: [],
    crosswalks: [],
    otherKeys: [],
    levelAnchors: {},
    ...parts,
  };
}
