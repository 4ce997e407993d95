import { judgeAnswer } from '../presentation/answer.js';
import { checkKeyBinding } from '../presentation/key-binding.js';
import { answerIn } from '../presentation/signed-presentation.js';
import type { SdJwt } from '../reading/sd-jwt/sd-jwt.js';
import { failed, passed, skipped, undecided, warned, type Finding } from './check.js';
import type { CheckDefinition, Examined } from './check-definition.js';

/**
 * Whether the holder presented it here: in answer to a challenge of ours that nobody answered before. Asked of presentations,
 * which are worth nothing without, and of SD-JWT, where a holder may sign along with the credential.
 */
export const presentationCheck: CheckDefinition = {
  id: 'presentation',
  asks: 'Did its holder present it in answer to a request?',
  run(examined: Examined): Finding[] | Promise<Finding[]> {
    const { read, signature } = examined;
    if (read.format !== 'verifiable-presentation') return read.sdJwt ? alone(ofSdJwt(read.sdJwt, examined)) : [];
    return signature === 'valid'
      ? alone(ofPresentation(examined))
      : [skipped('not-signed', 'no signature holds that would be its holder’s')];
  },
};

async function alone(finding: Promise<Finding>): Promise<Finding[]> {
  return [await finding];
}

async function ofPresentation({ read, proofs, facts, challenges, objections }: Examined): Promise<Finding> {
  if (objections.size > 0) return skipped('not-good', 'the presentation itself does not hold');
  const answer = answerIn(read, proofs, facts.holder);
  if (!answer) return skipped('no-holder', 'no signature is shown to be its holder’s');
  const judged = await judgeAnswer(answer, challenges);
  if (!judged.ok) return undecided('binding_unproven', judged.code, judged.detail);
  const { requestId, detail } = judged;
  return { ...passed('presented', detail), presented: { requestId, holder: answer.holder } };
}

async function ofSdJwt({ keyBinding, issued }: SdJwt, examined: Examined): Promise<Finding> {
  const { at, source, signature, challenges } = examined;
  if (!keyBinding) return skipped('none', 'no holder signed along with the credential');
  if (signature !== 'valid')
    return skipped('not-signed', 'no signature holds that would vouch for the key of the holder');
  const binding = await checkKeyBinding(keyBinding, issued.claims, { at, source });
  if (!binding.ok) {
    const { objection, code, detail, retryable } = binding;
    return objection === 'unresolvable_key'
      ? undecided(objection, code, detail, { retryable: retryable === true })
      : failed(objection, code, detail);
  }
  const { holder, nonce, audience } = binding;
  const judged = await judgeAnswer({ holder, challenge: nonce, domains: [audience] }, challenges);
  if (!judged.ok) return warned(judged.code, judged.detail);
  return { ...passed('presented', judged.detail), presented: { requestId: judged.requestId, holder } };
}
