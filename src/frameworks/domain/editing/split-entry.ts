import { type Entries, found, moveNarrower, put } from './edited-entries.js';
import { ChangeRefused, type EditedMembers, type FrameworkChange } from './framework-change.js';

/**
 * One entry becomes several. Without a successor it stays in use above its parts: who holds it holds something broader than
 * each of them, since nobody can tell which one was meant. With one of the parts as successor the entry is retired, its
 * holders and what was narrower than it follow to that part, and the parts stand where it stood.
 *
 * @param add makes one part
 * @throws {ChangeRefused}
 */
export function split(
  entries: Entries,
  { entry: named, into, replacedBy }: FrameworkChange & { op: 'split' },
  add: (part: FrameworkChange & { op: 'add' }) => void,
): void {
  const entry = found(entries, named, 'entry');
  if (entry.status !== 'active') throw new ChangeRefused('not-in-use', 'entry', 'What is split must be in use.');
  const place: EditedMembers =
    replacedBy === undefined ? { broader: [entry.uri] } : { broader: entry.broader, related: entry.related };
  const before = new Set(entries.keys());
  for (const part of into) add({ op: 'add', type: entry.type, ...place, ...part });
  if (replacedBy === undefined) return;
  const successor = found(entries, replacedBy, 'replacedBy');
  const isPart = [...entries].some(([key, one]) => one.uri === successor.uri && !before.has(key));
  if (!isPart)
    throw new ChangeRefused('not-a-part', 'replacedBy', 'What succeeds a split entry must be one of its parts.');
  put(entries, { ...entry, status: 'deprecated', replacedBy: successor.uri });
  moveNarrower(entries, new Set([entry.uri]), successor);
}
