import { caseFromCode } from './case-identifier.js';
import type { CanonicalIdentifier } from './canonical-identifier.js';
import { ctidFromCode } from './credential-engine-identifier.js';
import { escoFromCode, iscoFromCode } from './esco-identifier.js';
import { knownFramework, type KnownFramework } from './framework-alias.js';
import { onetFromCode } from './onet-identifier.js';
import { ccssFromCode } from './school-standard.js';
import { sfiaFromCode } from './sfia-identifier.js';
import { isUnmistakableLightcast, lightcastFromCode } from './skill-library-identifier.js';

const READERS: Partial<Record<KnownFramework, (code: string) => CanonicalIdentifier | undefined>> = {
  esco: escoFromCode,
  isco: iscoFromCode,
  isced: (code) => (/^\d{2,4}$/.test(code) ? { scheme: 'esco-group', id: `isced-f/${code}` } : undefined),
  onet: onetFromCode,
  soc: onetFromCode,
  case: caseFromCode,
  ctdl: ctidFromCode,
  lightcast: lightcastFromCode,
  ccss: ccssFromCode,
  sfia: sfiaFromCode,
};

/**
 * The thing that a code means. The framework is taken from the code's own prefix (`ESCO:S6.3.2`), else from what stands
 * beside it. Without any framework only codes of a form that is nobody else's are understood: a code alone would
 * otherwise be a guess.
 */
export function identifierOfCode(code: string, frameworks: readonly KnownFramework[]): CanonicalIdentifier | undefined {
  const prefix = /^([^:\s]{2,24}):\s*(\S.*)$/.exec(code);
  const ownFramework = prefix === null ? undefined : knownFramework(prefix[1]);
  const bare = ownFramework === undefined ? code.trim() : (prefix?.[2] ?? '').trim();
  for (const framework of ownFramework === undefined ? frameworks : [ownFramework]) {
    const found = READERS[framework]?.(bare);
    if (found !== undefined) return found;
  }
  if (/^CCSS[.\s:]/i.test(bare)) return ccssFromCode(bare);
  return ctidFromCode(bare) ?? (isUnmistakableLightcast(bare) ? lightcastFromCode(bare) : undefined);
}
