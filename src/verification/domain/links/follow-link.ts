import { passed, undecided, type Finding } from '../checks/check.js';
import type { DocumentSource } from '../document-source.js';
import type { CheckedFinding } from '../judge.js';
import { quoted } from '../quoted.js';
import { type ContainedDocument, mostContained } from '../reading/contained-document.js';
import type { ReadLink } from '../reading/read-result.js';
import { type FoundDocument, findCredential } from './find-credential.js';

/** Where a link led. */
export interface FollowedLink {
  /** The one credential that it leads to, which is judged in its place. */
  only?: FoundDocument;
  /** What is said of the link itself. */
  findings: CheckedFinding[];
  /** The documents found, to be kept as credentials of their own. */
  contained: ContainedDocument[];
}

/** Follows a link; a page that cannot be reached is tried again, and one without a credential says so. */
export async function followLink({ address }: ReadLink, source: DocumentSource): Promise<FollowedLink> {
  const result = await findCredential(address, source);
  if (result.kind === 'unreachable') {
    const finding = undecided('unresolvable_key', 'unreachable', result.detail, { retryable: result.retryable });
    return { findings: [asFormat(finding)], contained: [] };
  }
  if (result.kind === 'none')
    return { findings: [asFormat(undecided('unsupported', 'link', result.detail))], contained: [] };
  const contained = result.documents.slice(0, mostContained).map((document) => ({ ...document, path: '' }));
  const [only] = result.documents;
  if (only && result.documents.length === 1) {
    const detail = `it was found at ${quoted(only.url)}; what is there was judged, and is kept as a credential of its own`;
    return { only, findings: [{ id: 'carrier', ...passed('link', detail) }], contained };
  }
  const detail = `the page ${quoted(address)} shows ${contained.length} credentials; each has its own verdict`;
  return { findings: [asFormat(undecided('unsupported', 'link', detail))], contained };
}

const asFormat = (finding: Finding): CheckedFinding => ({ id: 'format', ...finding });
