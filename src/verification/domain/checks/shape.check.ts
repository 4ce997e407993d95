import { passed, type Finding } from './check.js';
import type { CheckDefinition, Examined } from './check-definition.js';
import type { CredentialFacts } from '../facts/credential-facts.js';
import { isPlainRecord } from '../reading/plain-record.js';
import type { ReadCredential } from '../reading/read-result.js';
import { contextRule } from './shape/context.rule.js';
import { dataModelRule } from './shape/data-model.rule.js';
import { datesRule } from './shape/dates.rule.js';
import { identityRule } from './shape/identity.rule.js';
import { openBadgesRule } from './shape/open-badges.rule.js';
import { faultsOfPresentation } from './shape/presentation.rule.js';
import { faultsOfSdJwtVc } from './shape/sd-jwt-vc.rule.js';
import type { ShapeFault, ShapeRule } from './shape/shape-rule.js';
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
  dataModelRule,
];

/** A document may be wrong in a thousand places; these tell enough. */
const mostFaults = 20;

/** Whether the document keeps the rules of its data model and of its format. */
export const shapeCheck: CheckDefinition = {
  id: 'shape',
  asks: 'Does it keep the rules of its data model and format?',
  run({ read, facts }: Examined): readonly Finding[] {
    const faults = faultsOf(read, facts).slice(0, mostFaults);
    if (faults.length === 0) return [wellFormed(facts)];
    const findings = faults.map(({ code, pointer, detail, isMinor }): Finding => {
      const about = { code, detail, subject: pointer };
      return isMinor ? { outcome: 'warning', ...about } : { outcome: 'fail', objection: 'malformed', ...about };
    });
    if (findings.some(({ outcome }) => outcome === 'fail')) return findings;
    return [wellFormed(facts), ...findings];
  },
};

function wellFormed({ dataModel }: CredentialFacts): Finding {
  const model = dataModel === undefined ? '' : `the W3C data model ${dataModel} and of `;
  return passed('well-formed', `the document keeps the rules of ${model}its format`);
}

function faultsOf(read: ReadCredential, { dataModel }: CredentialFacts): ShapeFault[] {
  if (isPlainRecord(read)) return [];
  const { credential, format, securing } = read;
  if (dataModel === undefined) return faultsOfSdJwtVc(credential);
  const subject = { credential, dataModel, format, isSecured: securing !== 'none' };
  if (format === 'verifiable-presentation') return faultsOfPresentation(subject);
  const faults: ShapeFault[] = [];
  for (const rule of rules) for (const fault of rule(subject)) faults.push(fault);
  return faults.length === 0 ? faults : firstAtEach(faults);
}

/** Rules overlap: what was said of a place is not said again. */
function firstAtEach(faults: readonly ShapeFault[]): ShapeFault[] {
  const said = new Set<string>();
  return faults.filter(({ code, pointer }) => {
    if (code === 'schema' && said.has(pointer)) return false;
    said.add(pointer);
    return true;
  });
}
