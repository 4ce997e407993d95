import type { Assessment } from './assessment.js';
import type { HrSystem } from './hr-system.js';
import { TEAMTAILOR_API_VERSION } from './hydration/hydration.js';

/** A request that tells an HR system how an assessment ended. */
export interface VendorRequest {
  readonly method: 'PATCH' | 'PUT' | 'POST';
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** What a connection signs in with: its newest secret, and the token that it was given. */
export interface VendorKeys {
  readonly secret: string | undefined;
  readonly apiToken: string | undefined;
}

const basic = (user: string): string => `Basic ${Buffer.from(`${user}:`).toString('base64')}`;

/**
 * How an ended assessment is told: to Greenhouse by an empty PATCH, after which it asks for the status; to Teamtailor by the
 * result itself; to Ashby by an update. Sources: their pages for assessment partners.
 *
 * @returns undefined for systems that have no such contract
 */
export function reportToVendor(system: HrSystem, assessment: Assessment, keys: VendorKeys): VendorRequest | undefined {
  switch (system) {
    case 'greenhouse':
      return {
        method: 'PATCH',
        url: assessment.callbackUrl,
        headers: { authorization: basic(keys.secret ?? ''), 'content-type': 'application/json' },
        body: '',
      };
    case 'teamtailor':
      return {
        method: 'PUT',
        url: assessment.callbackUrl,
        headers: {
          authorization: `Bearer ${keys.apiToken ?? ''}`,
          'content-type': 'application/vnd.api+json',
          'x-api-version': TEAMTAILOR_API_VERSION,
        },
        body: JSON.stringify({
          data: { type: 'partner-results', id: assessment.externalRef, attributes: teamtailorResult(assessment) },
        }),
      };
    case 'ashby':
      return {
        method: 'POST',
        url: assessment.callbackUrl,
        headers: { authorization: basic(keys.apiToken ?? ''), 'content-type': 'application/json' },
        body: JSON.stringify(ashbyUpdate(assessment)),
      };
    default:
      return undefined;
  }
}

/** Teamtailor takes whole numbers only, so the score as the ranking shows it stands in the details. */
function teamtailorResult({ state, score, problem, reportUrl }: Assessment): object {
  if (state !== 'completed') return { status: 'failed', summary: `No score: ${problem ?? 'cancelled'}` };
  const whole = Math.floor(Number(score));
  return {
    status: 'completed',
    url: reportUrl,
    assessment: { score: whole, grade: 'unknown' },
    details: { 'Score in percent': score },
  };
}

function ashbyUpdate({ id, state, score, problem, reportUrl, finishedAt, startedAt }: Assessment): object {
  const data = (identifier: string, label: string, type: string, value: string | number) => ({
    identifier,
    label,
    description: label,
    type,
    value,
  });
  const common = { assessment_id: id, timestamp: (finishedAt ?? startedAt).getTime() };
  if (state !== 'completed') {
    return { ...common, cancelled_reason: data('reason', 'Reason', 'string', problem ?? 'cancelled') };
  }
  return {
    ...common,
    assessment_status: data('status', 'Status', 'string', 'Completed'),
    assessment_profile_url: data('report', 'Explanation', 'url', reportUrl),
    assessment_result: data('score', 'Score', 'numeric_score', Number(score)),
    metadata: [data('max-score', 'Highest score', 'numeric_score', 100)],
  };
}
