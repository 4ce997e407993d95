import type { RegistryFailure, RegistryKind, RegistryOutcome } from './trust-registry.js';

/** One registry with what is stored of its answer about an issuer. */
export interface StoredAnswer {
  readonly registryId: string;
  readonly registryName: string;
  readonly kind: RegistryKind;
  readonly source: string | null;
  readonly fetchedAt: Date | null;
  readonly failure: RegistryFailure | null;
  readonly lapsed: boolean;
  /** Null where nothing is stored about the issuer. */
  readonly outcome: RegistryOutcome | null;
  readonly listedName: string | null;
  readonly listedUrl: string | null;
  readonly listedLocation: string | null;
  readonly detail: string | null;
  readonly askedAt: Date | null;
}

/** What one registry says about one issuer. */
export interface RegistryAnswer {
  readonly registryId: string;
  readonly registryName: string;
  readonly kind: RegistryKind;
  /** Where it was read; null for a list that was uploaded. */
  readonly source: string | null;
  /** `unknown`: could not be asked. */
  readonly outcome: RegistryOutcome;
  readonly detail: string;
  readonly listedName: string | null;
  readonly listedUrl: string | null;
  readonly listedLocation: string | null;
  /** When the answer was read; null where there is none. */
  readonly fetchedAt: Date | null;
  readonly ageSeconds: number | null;
  /** Of the last attempt to read it again. */
  readonly failure: RegistryFailure | null;
}

/** Two registries say different things. */
export interface Disagreement {
  readonly code: 'other-name' | 'revoked-elsewhere';
  readonly detail: string;
  readonly registryIds: readonly string[];
}

const SAID: Record<RegistryOutcome, string> = {
  listed: 'lists the issuer',
  revoked: 'says that the issuer is revoked',
  not_listed: 'does not list the issuer',
  unknown: 'could not be asked',
};

/**
 * What a registry says, told from whether it could be asked. Only a registry that was read well the last time can say that
 * it does not list somebody: while it cannot be reached, nobody knows whether it does by now.
 */
export function answerOf(stored: StoredAnswer, now: Date): RegistryAnswer {
  const outcome = outcomeOf(stored);
  const readAt = stored.outcome === null ? stored.fetchedAt : (stored.askedAt ?? stored.fetchedAt);
  const fetchedAt = outcome === 'unknown' && stored.fetchedAt === null ? null : readAt;
  const { listedName, listedUrl, listedLocation } = stored;
  const shows = outcome === 'listed' || outcome === 'revoked';
  return {
    registryId: stored.registryId,
    registryName: stored.registryName,
    kind: stored.kind,
    source: stored.source,
    outcome,
    detail: `${stored.registryName} ${SAID[outcome]}${whyOf(stored, outcome)}`,
    ...(shows
      ? { listedName, listedUrl, listedLocation }
      : { listedName: null, listedUrl: null, listedLocation: null }),
    fetchedAt,
    ageSeconds: fetchedAt === null ? null : Math.max(0, Math.floor((now.getTime() - fetchedAt.getTime()) / 1000)),
    failure: stored.failure,
  };
}

function outcomeOf({ outcome, lapsed, fetchedAt, failure, kind }: StoredAnswer): RegistryOutcome {
  if (lapsed) return 'unknown';
  if (outcome !== null) return outcome === 'not_listed' && failure !== null ? 'unknown' : outcome;
  // A federation is asked about each issuer: without an answer of its own nothing was asked yet.
  return fetchedAt === null || failure !== null || kind === 'openid-federation' ? 'unknown' : 'not_listed';
}

function whyOf({ detail, failure, lapsed, fetchedAt }: StoredAnswer, outcome: RegistryOutcome): string {
  if (outcome === 'revoked') return detail === null ? '' : `: ${detail}`;
  if (outcome !== 'unknown') return failure === null ? '' : ` (as last read; since then: ${failure.detail})`;
  const aged = lapsed && fetchedAt !== null ? 'what was last read is too old to count' : undefined;
  return `: ${[failure?.detail ?? detail ?? aged ?? 'it was not asked yet', ...(failure && aged ? [aged] : [])].join('; ')}`;
}

/** Where registries do not say the same: they list the issuer under other names, or one lists whom another revoked. */
export function disagreementsAmong(answers: readonly RegistryAnswer[]): readonly Disagreement[] {
  const of = (outcome: RegistryOutcome) => answers.filter((answer) => answer.outcome === outcome);
  const [listed, revoked] = [of('listed'), of('revoked')];
  const found: Disagreement[] = [];
  const named = [...listed, ...revoked].filter(({ listedName }) => listedName !== null);
  if (new Set(named.map(({ listedName }) => plain(listedName ?? ''))).size > 1)
    found.push(
      disagreement('other-name', named, named.map((it) => `${it.registryName}: "${it.listedName}"`).join(', ')),
    );
  if (listed.length > 0 && revoked.length > 0)
    found.push(
      disagreement(
        'revoked-elsewhere',
        [...listed, ...revoked],
        `${namesOf(revoked)} revoked the issuer, ${namesOf(listed)} lists it`,
      ),
    );
  return found;
}

const disagreement = (code: Disagreement['code'], of: readonly RegistryAnswer[], detail: string): Disagreement => ({
  code,
  detail,
  registryIds: of.map(({ registryId }) => registryId),
});

const namesOf = (answers: readonly RegistryAnswer[]): string =>
  answers.map(({ registryName }) => registryName).join(', ');

const plain = (name: string): string =>
  name
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\p{P}\s]+/gu, ' ')
    .trim();
