import { type JsonObject, isObject, listOf } from '../json.js';
import { quoted } from '../quoted.js';

export interface ResultRemark {
  code: string;
  detail: string;
}

const statuses = ['Completed', 'Enrolled', 'Failed', 'InProgress', 'OnHold', 'Provisional', 'Withdrew'];
const unfinished = ['Enrolled', 'Failed', 'InProgress', 'OnHold', 'Withdrew'];

/**
 * Where a Result does not go together with the ResultDescription that it names. Both lists that a description may have,
 * `allowedValue` and `rubricCriterionLevel`, are ordered from low to high.
 *
 * @see https://www.imsglobal.org/spec/ob/v3p0 Result, ResultDescription, RubricCriterionLevel
 */
export function remarksOnResult(result: JsonObject, descriptions: readonly JsonObject[]): ResultRemark[] {
  const named = result.resultDescription;
  const description = descriptions.find(({ id }) => id !== undefined && id === named);
  if (named !== undefined && !description)
    return [
      ...remarksOnStatus(result, undefined),
      remark('unknown-description', `it names the description ${shown(named)}, which the achievement does not have`),
    ];
  return [
    ...remarksOnStatus(result, description),
    ...(description ? [...remarksOnLevel(result, description), ...remarksOnValue(result, description)] : []),
  ];
}

function remarksOnStatus({ status }: JsonObject, description: JsonObject | undefined): ResultRemark[] {
  if (status === undefined)
    return description?.resultType === 'Status'
      ? [remark('status-missing', 'its description asks for a status, and it has none')]
      : [];
  if (typeof status !== 'string' || !statuses.includes(status))
    return [remark('unknown-status', `its status ${shown(status)} is none of ${statuses.join(', ')}`)];
  return unfinished.includes(status) ? [remark('not-completed', `its status is ${status}`)] : [];
}

function remarksOnLevel({ achievedLevel }: JsonObject, description: JsonObject): ResultRemark[] {
  const { requiredLevel } = description;
  const levels = listOf(description.rubricCriterionLevel)
    .filter(isObject)
    .map(({ id }) => id);
  const [achieved, required] = [levels.indexOf(achievedLevel), levels.indexOf(requiredLevel)];
  const remarks: ResultRemark[] = [];
  if (achievedLevel !== undefined && achieved < 0)
    remarks.push(remark('unknown-level', `its level ${shown(achievedLevel)} is not among those of its description`));
  if (requiredLevel !== undefined && required < 0) {
    const detail = `the level that its description requires, ${shown(requiredLevel)}, is not among those it lists`;
    remarks.push(remark('unknown-required-level', detail));
  }
  if (achieved >= 0 && required >= 0 && achieved < required) {
    const detail = `its level ${shown(achievedLevel)} is below ${shown(requiredLevel)}, which its description requires`;
    remarks.push(remark('below-required-level', detail));
  }
  return remarks;
}

function remarksOnValue({ value }: JsonObject, description: JsonObject): ResultRemark[] {
  if (value === undefined) return [];
  const { requiredValue, valueMin, valueMax } = description;
  const allowed = listOf(description.allowedValue);
  const remarks: ResultRemark[] = [];
  if (allowed.length > 0 && !allowed.includes(value))
    remarks.push(
      remark('value-not-allowed', `its value ${shown(value)} is not among those that its description allows`),
    );
  if (isBelow(value, valueMin) || isBelow(valueMax, value)) {
    const range = `${shown(valueMin ?? '')} to ${shown(valueMax ?? '')}`;
    remarks.push(remark('out-of-range', `its value ${shown(value)} is outside of ${range}`));
  }
  if (requiredValue !== undefined && isLess(value, requiredValue, allowed)) {
    const detail = `its value ${shown(value)} is below ${shown(requiredValue)}, which its description requires`;
    remarks.push(remark('below-required-value', detail));
  }
  return remarks;
}

/** By place in the list where both are in it, otherwise as numbers; what cannot be compared is not less. */
function isLess(value: unknown, required: unknown, allowed: readonly unknown[]): boolean {
  const [at, least] = [allowed.indexOf(value), allowed.indexOf(required)];
  return at >= 0 && least >= 0 ? at < least : isBelow(value, required);
}

function isBelow(one: unknown, other: unknown): boolean {
  const [a, b] = [numberIn(one), numberIn(other)];
  return a !== undefined && b !== undefined && a < b;
}

/** A number, also one with a sign for percent behind it, as results are texts. */
function numberIn(value: unknown): number | undefined {
  if (typeof value === 'number') return value;
  if (typeof value !== 'string') return undefined;
  const written = /^\s*(-?\d{1,15}(?:\.\d{1,15})?)\s*%?\s*$/.exec(value)?.[1];
  return written === undefined ? undefined : Number(written);
}

/** Results come in whatever type their writer chose. */
function shown(value: unknown): string {
  return quoted(typeof value === 'string' ? value : (JSON.stringify(value) ?? ''));
}

function remark(code: string, detail: string): ResultRemark {
  return { code, detail };
}
