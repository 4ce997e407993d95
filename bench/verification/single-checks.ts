import { generateKeyPairSync, randomBytes, sign, verify } from 'node:crypto';
import { GeneralLane } from '../../src/verification/application/general-lane/general-lane.js';
import { laneFile } from '../../src/verification/application/general-lane/lane-file.js';
import { type VerificationContext, verifyCredential } from '../../src/verification/domain/verify-credential.js';
import { embeddedCorpus, type SignedDocument, tokenCorpus } from './corpora.js';
import { type Contender, interleave, ratioOf, type Rounds, rounded, type Timing } from './interleave.js';
import {
  digitalBazaarContender,
  didJwtVcContender,
  type EmbeddedName,
  joseContender,
  NOW,
  verifierCoreContender,
} from './peers.js';

export interface SingleFigures {
  readonly G1: number;
  readonly G2: number;
  readonly G3: number;
  readonly G4: number;
  readonly G5: number;
  readonly G6: number;
}

/** Everything that the service checks, from the bytes to the report; keys are in the DIDs, no status is declared. */
function ours(corpus: readonly SignedDocument[], lanes?: VerificationContext['lanes']): Contender {
  const source = { load: async (url: string) => ({ ok: false, retryable: false, detail: 'no network', url }) as const };
  const context = { at: NOW, candidate: { emails: [], dids: [] }, source, ...(lanes && { lanes }) };
  return async (at) => {
    const { bytes, contentType } = corpus[at % corpus.length] as SignedDocument;
    return (await verifyCredential(bytes, contentType, context)).verdict === 'verified';
  };
}

/** `node:crypto` alone, 64 bytes and a key that was read before. */
function bareEd25519(): Contender {
  const { publicKey, privateKey } = generateKeyPairSync('ed25519');
  const message = randomBytes(64);
  const signature = sign(null, message, privateKey);
  return () => verify(null, message, publicKey, signature);
}

/** A figure counts only when the contender tells good from bad: every document is asked once, and every answer checked. */
async function tellsGoodFromBad(name: string, contender: Contender, corpus: readonly SignedDocument[]): Promise<void> {
  for (const [at, { isGood }] of corpus.entries())
    if ((await contender(at)) !== isGood)
      throw new Error(`${name} says the wrong thing of document ${at}, so its figures would mean nothing`);
}

type Contenders = Record<string, readonly [Contender, readonly SignedDocument[]]>;

async function timed(title: string, contenders: Contenders, rounds: Rounds): Promise<Record<string, Timing>> {
  for (const [name, [contender, corpus]] of Object.entries(contenders)) await tellsGoodFromBad(name, contender, corpus);
  const entries = Object.entries(contenders).map(([name, [contender]]) => [name, contender] as const);
  const timings = await interleave(Object.fromEntries(entries), rounds);
  console.log(`\n${title}`);
  const middle = (values: readonly number[]): number => [...values].sort((a, b) => a - b)[values.length >> 1] ?? NaN;
  for (const [name, { cpu, wall }] of Object.entries(timings)) {
    const figures = `${middle(cpu).toFixed(0).padStart(8)} us CPU ${middle(wall).toFixed(0).padStart(8)} us wall`;
    console.log(`  ${name.padEnd(40)} ${figures}`);
  }
  return timings;
}

/** How many times faster, by the worse of CPU time and wall time. */
function faster(timings: Record<string, Timing>, peer: string, own: string): number {
  const { cpu, wall } = ratioOf(timings[peer], timings[own]);
  return Math.min(cpu, wall);
}

export async function measureSingleChecks(rounds: Rounds): Promise<SingleFigures> {
  const tokens = await measureTokens(rounds);
  const embedded = await measureEmbedded(rounds);
  return { ...tokens, ...embedded, G6: rounded(await measureGeneralLane(rounds)) };
}

async function measureTokens(rounds: Rounds): Promise<Pick<SingleFigures, 'G1' | 'G2'>> {
  const againstJose: number[] = [];
  for (const alg of ['EdDSA', 'ES256'] as const) {
    const corpus = tokenCorpus(alg, 'whole-payload');
    const contenders: Contenders = {
      'jose compactVerify, signature only': [await joseContender(corpus), corpus],
      credence: [ours(corpus), corpus],
    };
    const timings = await timed(`JWT, ${alg}`, contenders, rounds);
    againstJose.push(faster(timings, 'jose compactVerify, signature only', 'credence'));
  }
  const older = tokenCorpus('EdDSA', 'vc-claim');
  const contenders: Contenders = {
    'did-jwt-vc': [await didJwtVcContender(older), older],
    credence: [ours(older), older],
  };
  const timings = await timed('JWT of the data model 1.1, EdDSA', contenders, rounds);
  return { G1: rounded(Math.min(...againstJose)), G2: rounded(faster(timings, 'did-jwt-vc', 'credence')) };
}

async function measureEmbedded(rounds: Rounds): Promise<Pick<SingleFigures, 'G3' | 'G4' | 'G5'>> {
  const againstBazaar: number[] = [];
  let G3 = NaN;
  let G5 = NaN;
  for (const suite of ['eddsa-rdfc-2022', 'Ed25519Signature2020'] satisfies EmbeddedName[])
    for (const kind of ['typical', 'rich'] as const) {
      const corpus = await embeddedCorpus(suite, { kind });
      const isMain = suite === 'eddsa-rdfc-2022' && kind === 'typical';
      const contenders: Contenders = {
        '@digitalbazaar/vc': [await digitalBazaarContender(corpus, suite), corpus],
        credence: [ours(corpus), corpus],
        ...(isMain && {
          'verifier-core': [await verifierCoreContender(corpus), corpus],
          'node:crypto, signature of 64 bytes only': [bareEd25519(), []],
        }),
      };
      const timings = await timed(`${suite}, ${kind}`, contenders, rounds);
      againstBazaar.push(faster(timings, '@digitalbazaar/vc', 'credence'));
      if (!isMain) continue;
      G3 = faster(timings, 'verifier-core', 'credence');
      const toBare = ratioOf(timings.credence, timings['node:crypto, signature of 64 bytes only']);
      G5 = Math.max(toBare.cpu, toBare.wall);
    }
  return { G3: rounded(G3), G4: rounded(Math.min(...againstBazaar)), G5: rounded(G5) };
}

/** Documents that the fast lane declines, through the thread of the general lane. */
async function measureGeneralLane(rounds: Rounds): Promise<number> {
  const lane = new GeneralLane(laneFile(), new Map());
  try {
    const corpus = await embeddedCorpus('eddsa-rdfc-2022', { kind: 'declined' });
    const canonicalize = lane.canonicalize.bind(lane);
    const contenders: Contenders = {
      '@digitalbazaar/vc': [await digitalBazaarContender(corpus, 'eddsa-rdfc-2022'), corpus],
      'credence, general lane': [ours(corpus, { canonicalize }), corpus],
    };
    const timings = await timed('eddsa-rdfc-2022, declined by the fast lane', contenders, rounds);
    return faster(timings, '@digitalbazaar/vc', 'credence, general lane');
  } finally {
    await lane.close();
  }
}
