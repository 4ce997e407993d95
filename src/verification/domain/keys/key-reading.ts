import type { KeyProblemCode, PublicKeyMaterial } from './key-material.js';

export interface BadKey {
  ok: false;
  code: KeyProblemCode;
  detail: string;
}

/** Outcome of decoding one stated key. */
export type KeyReading = { ok: true; material: PublicKeyMaterial } | BadKey;

export function badKey(code: KeyProblemCode, detail: string): BadKey {
  return { ok: false, code, detail };
}
