import { passed, type Finding } from './check.js';
import type { CheckDefinition, Examined } from './check-definition.js';
import { contextRule } from './shape/context.rule.js';
import { datesRule } from './shape/dates.rule.js';
import { identityRule } from './shape/identity.rule.js';
import { openBadgesRule } from './shape/open-badges.rule.js';
import type { ShapeRule } from './shape/shape-rule.js';
import { subjectTypeRule } from './shape/subject-type.rule.js';
import { textsRule } from './shape/texts.rule.js';
import { typeRule } from './shape/type.rule.js';
import { typedPartsRule } from './shape/typed-parts.rule.js';

const rules: readonly ShapeRule[] = [
  contextRule,
  typeRule,
  identityRule,
  datesRule,
  typedPartsRule,
  textsRule,
  subjectTypeRule,
  openBadgesRule,
];

/** A document may be wrong in a thousand places; these tell enough. */
const mostFaults = 20;

/** Whether the document keeps the rules of its data model and of its format. */
export const shapeCheck: CheckDefinition = {
  id: 'shape',
  asks: 'Does it keep the rules of its data model and format?',
  run({ read, facts }: Examined): Finding[] {
    const subject = {
      credential: read.credential,
      dataModel: facts.dataModel,
      format: read.format,
      isSecured: read.securing !== 'none',
    };
    const faults = rules.flatMap((rule) => rule(subject)).slice(0, mostFaults);
    const findings = faults.map(({ code, pointer, detail, isMinor }): Finding => {
      const about = { code, detail, subject: pointer };
      return isMinor ? { outcome: 'warning', ...about } : { outcome: 'fail', objection: 'malformed', ...about };
    });
    if (findings.some(({ outcome }) => outcome === 'fail')) return findings;
    const detail = `the document keeps the rules of the W3C data model ${facts.dataModel} and of its format`;
    return [passed('well-formed', detail), ...findings];
  },
};
