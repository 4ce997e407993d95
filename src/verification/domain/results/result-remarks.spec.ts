import type { JsonObject } from '../json.js';
import { remarksOnResult } from './result-remarks.js';

const rubric: JsonObject = {
  id: 'urn:r:1',
  resultType: 'RubricCriterionLevel',
  rubricCriterionLevel: [{ id: 'urn:l:low' }, { id: 'urn:l:mid' }, { id: 'urn:l:high' }],
  requiredLevel: 'urn:l:mid',
};
const grade: JsonObject = { id: 'urn:r:2', allowedValue: ['D', 'C', 'B', 'A'], requiredValue: 'C' };
const percent: JsonObject = { id: 'urn:r:3', valueMin: '0', valueMax: '100', requiredValue: '60' };
const status: JsonObject = { id: 'urn:r:4', resultType: 'Status' };

const codesOf = (result: JsonObject): string[] =>
  remarksOnResult(result, [rubric, grade, percent, status]).map(({ code }) => code);

describe('remarks on a result', () => {
  it.each([
    ['a level that is high enough', { resultDescription: 'urn:r:1', achievedLevel: 'urn:l:high' }],
    ['the very level that is required', { resultDescription: 'urn:r:1', achievedLevel: 'urn:l:mid' }],
    ['an allowed value', { resultDescription: 'urn:r:2', value: 'B' }],
    ['a number in its range', { resultDescription: 'urn:r:3', value: '60' }],
    ['a percentage', { resultDescription: 'urn:r:3', value: '87.5 %' }],
    ['a status of success', { resultDescription: 'urn:r:4', status: 'Completed' }],
    ['a result without description', { value: 'very good' }],
    ['a value that cannot be compared', { resultDescription: 'urn:r:3', value: 'passed' }],
  ])('there are none on %s', (_, result) => {
    expect(codesOf(result)).toEqual([]);
  });

  it.each([
    ['unknown-description', { resultDescription: 'urn:r:9', value: '1' }],
    ['unknown-level', { resultDescription: 'urn:r:1', achievedLevel: 'urn:l:top' }],
    ['below-required-level', { resultDescription: 'urn:r:1', achievedLevel: 'urn:l:low' }],
    ['value-not-allowed', { resultDescription: 'urn:r:2', value: 'E' }],
    ['below-required-value', { resultDescription: 'urn:r:2', value: 'D' }],
    ['below-required-value', { resultDescription: 'urn:r:3', value: '59.9' }],
    ['out-of-range', { resultDescription: 'urn:r:3', value: '101' }],
    ['status-missing', { resultDescription: 'urn:r:4', value: 'Completed' }],
    ['unknown-status', { status: 'Passed' }],
    ['unknown-status', { status: 7 }],
    ['not-completed', { status: 'InProgress' }],
  ])('%s for %j', (code, result) => {
    expect(codesOf(result)).toEqual([code]);
  });

  it('name a required level that the description does not list', () => {
    const wrong = { ...rubric, requiredLevel: 'urn:l:none' };
    const [remark] = remarksOnResult({ resultDescription: 'urn:r:1', achievedLevel: 'urn:l:low' }, [wrong]);
    expect(remark).toEqual({
      code: 'unknown-required-level',
      detail: 'the level that its description requires, "urn:l:none", is not among those it lists',
    });
  });
});
