import { quoted } from '../quoted.js';
import type { IssuedChallenges } from './issued-challenge.js';

/** What a holder signed: in answer to what and for whom. */
export interface Answer {
  holder: string;
  challenge: string | undefined;
  domains: readonly string[];
}

export type AnswerJudgement =
  { ok: true; requestId: string; detail: string } | { ok: false; code: string; detail: string };

/** A longer challenge was never issued. */
const longestChallenge = 500;

/** Whether an answer is one to a challenge of ours, in time, for us, and the first one. */
export async function judgeAnswer(answer: Answer, issued: IssuedChallenges | undefined): Promise<AnswerJudgement> {
  const { challenge, domains } = answer;
  if (challenge === undefined || challenge === '')
    return no('no-challenge', 'the holder signed in answer to no challenge, so it may have been made for anybody');
  if (!issued || challenge.length > longestChallenge)
    return no('challenge-unknown', 'its challenge was not issued here');
  const found = await issued.find(challenge);
  if (!found) return no('challenge-unknown', 'its challenge was not issued here for this candidate');
  if (found.state === 'used') return no('challenge-used', 'its challenge was answered by another document before');
  if (found.state === 'expired') return no('challenge-expired', 'its challenge had run out when it came');
  if (!domains.includes(found.domain)) {
    const stated = domains.length === 0 ? 'nobody' : domains.slice(0, 5).map(quoted).join(', ');
    return no('other-domain', `it was made for ${stated}, and its challenge is one of ${quoted(found.domain)}`);
  }
  const detail = `${quoted(answer.holder)} presented it in answer to the challenge that was issued for it`;
  return { ok: true, requestId: found.requestId, detail };
}

function no(code: string, detail: string): AnswerJudgement {
  return { ok: false, code, detail };
}
