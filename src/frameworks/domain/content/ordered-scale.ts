import type { LevelScale } from './framework-content.js';

/** A scale with levels and members in one order, so that the same scale always gives the same text. */
export function orderedScale({ name, levels }: LevelScale): LevelScale {
  const inOrder = [...levels].sort((a, b) => a.level - b.level);
  return { name, levels: inOrder.map(({ level, name: called, anchor }) => ({ level, name: called, anchor })) };
}
