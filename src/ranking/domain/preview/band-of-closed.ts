import type { Band } from '../gates.js';

/** @param must how many must conditions are closed @param learnable how many learnable ones */
export function bandOfClosed(must: number, learnable: number): Band {
  if (must > 0) return 'notYet';
  return learnable > 0 ? 'readySoon' : 'qualified';
}
