import { member, plainString } from '../reading/json-value.js';
import { toPercentMillionths } from './decimal.js';
import { allowedValuesOf, described, resultTypeOf, valueOf, type ResultReading } from './result-reading.js';
import { rankIn, titleOf } from './rubric-order.js';
import { isFailing, knownOrder, lowestFirst, sameValue } from './value-order.js';

/** Why a result earns nothing. */
export interface Refusal {
  readonly reason: 'not-completed' | 'requirement-not-reached';
  readonly raw: string;
  readonly jsonPath: string;
}

/** States of a result in which the skill is not, or not yet, shown. Compared without case and blanks. */
const UNFINISHED = new Set(['failed', 'withdrew', 'withdrawn', 'inprogress', 'enrolled', 'onhold', 'incomplete']);

/**
 * Why this result gives no credit: it failed or is not finished, or it stays below the value or level that its
 * description requires. A prediction says nothing either way.
 */
export function refusalOf(reading: ResultReading): Refusal | undefined {
  if (resultTypeOf(reading) === 'PredictedScore') return undefined;
  return unfinished(reading) ?? belowRequiredLevel(reading) ?? belowRequiredValue(reading);
}

function unfinished(reading: ResultReading): Refusal | undefined {
  const status = plainString(member(reading.result.value, 'status'));
  if (status !== undefined && isUnfinished(status)) {
    return { reason: 'not-completed', raw: status, jsonPath: `${reading.result.path}/status` };
  }
  const value = valueOf(reading);
  if (!value) return undefined;
  const isNegative = isFailing(value.text) || (resultTypeOf(reading) === 'Status' && isUnfinished(value.text));
  return isNegative ? { reason: 'not-completed', raw: value.text, jsonPath: value.path } : undefined;
}

function isUnfinished(status: string): boolean {
  return UNFINISHED.has(status.toLowerCase().replace(/[\s_-]/g, ''));
}

function belowRequiredLevel({ result, achieved }: ResultReading): Refusal | undefined {
  if (!achieved) return undefined;
  const required = rankIn(achieved.rubric, achieved.rubric.requiredId);
  if (rankIn(achieved.rubric, achieved.id) >= required) return undefined;
  const jsonPath = `${result.path}/achievedLevel`;
  return { reason: 'requirement-not-reached', raw: titleOf(achieved.level), jsonPath };
}

function belowRequiredValue(reading: ResultReading): Refusal | undefined {
  const value = valueOf(reading);
  const required = described(reading, 'requiredValue');
  if (!value || required === undefined || sameValue(value.text, required)) return undefined;
  return isBelow(value.text, required, reading)
    ? { reason: 'requirement-not-reached', raw: value.text, jsonPath: value.path }
    : undefined;
}

function isBelow(value: string, required: string, reading: ResultReading): boolean {
  const allowed = allowedValuesOf(reading);
  if (allowed.length > 0) {
    const order = lowestFirst(allowed, required);
    if (!order) return false;
    const [reached, bar] = [value, required].map((text) => order.findIndex((entry) => sameValue(entry, text)));
    return reached !== undefined && bar !== undefined && reached >= 0 && reached < bar;
  }
  const [reached, bar] = [toPercentMillionths(value), toPercentMillionths(required)];
  if (reached !== undefined && bar !== undefined) return !countsDown(reading) && reached < bar;
  return knownOrder([value, required], true)?.[0] === value;
}

/** A scale whose best end is the smaller number cannot be compared by size. */
function countsDown(reading: ResultReading): boolean {
  const [min, max] = [
    toPercentMillionths(described(reading, 'valueMin')),
    toPercentMillionths(described(reading, 'valueMax')),
  ];
  return min !== undefined && max !== undefined && min > max;
}
