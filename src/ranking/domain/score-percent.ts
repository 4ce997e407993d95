/** `score / maxScore x 100` to two decimals, half up, worked in whole numbers; for people, never compared. */
export function scorePercent(score: number, maxScore: number): string {
  if (maxScore === 0) return '0.00';
  const hundredths = Math.floor((score * 20_000 + maxScore) / (maxScore * 2));
  return `${Math.floor(hundredths / 100)}.${String(hundredths % 100).padStart(2, '0')}`;
}
