import { withoutInvisible } from '../reading/plain-text.js';
import { MAX_CLAIM_TEXT, MAX_CLAIMS, MAX_TRANSLATIONS, type Claim } from './claim.js';

/** Gathers claims in order and keeps the limits: what comes after the last free place is not read. */
export class ClaimList {
  private readonly claims: Claim[] = [];

  get isFull(): boolean {
    return this.claims.length >= MAX_CLAIMS;
  }

  /** Takes a claim unless the list is full or the claim says nothing: no words, no link and no code. */
  add(claim: Claim): void {
    if (this.isFull) return;
    const limited = {
      ...claim,
      text: limit(claim.text),
      translations: claim.translations?.slice(0, MAX_TRANSLATIONS).map(limit),
      uri: limitOptional(claim.uri),
      code: limitOptional(claim.code),
      framework: limitOptional(claim.framework),
      type: limitOptional(claim.type),
      description: limitOptional(claim.description),
      level: claim.level && { ...claim.level, value: limit(claim.level.value) },
    };
    if (limited.text === '' && limited.uri === undefined && limited.code === undefined) return;
    this.claims.push(withoutBlanks(limited));
  }

  toArray(): Claim[] {
    return [...this.claims];
  }
}

function withoutBlanks(claim: Claim): Claim {
  const isBlank = (value: unknown): boolean => value === undefined || (Array.isArray(value) && value.length === 0);
  return Object.fromEntries(Object.entries(claim).filter(([, value]) => !isBlank(value))) as unknown as Claim;
}

function limitOptional(text: string | undefined): string | undefined {
  const limited = text === undefined ? '' : limit(text);
  return limited === '' ? undefined : limited;
}

function limit(text: string): string {
  const visible = withoutInvisible(text).trim();
  if (visible.length <= MAX_CLAIM_TEXT) return visible;
  const cut = visible.slice(0, MAX_CLAIM_TEXT);
  // Half a surrogate pair is not a character and cannot be stored.
  return /[\uD800-\uDBFF]$/.test(cut) ? cut.slice(0, -1) : cut;
}
