import { passed, type Finding } from '../../checks/check.js';
import { type ShapeFault, fault, remark } from '../../checks/shape/shape-rule.js';
import { typesOf, hasType } from '../../json.js';
import type { BadgeParts } from '../badge-parts.js';
import type { UpgradedAssertion } from '../upgrade/upgrade-assertion.js';
import { faultsOfAssertion } from './assertion-faults.js';
import { faultsOfClass } from '../../checks/shape/json-schema-faults.js';
import { compiledClasses } from './compiled-schemas.js';
import { faultsOfExtensions } from './known-extensions.js';

/** A document may be wrong in a thousand places; these tell enough. */
const mostFaults = 20;

/** Whether the assertions, as handed in and as published, and the parts they lead to keep the rules of their classes. */
export function findingsOnShape(assertions: readonly UpgradedAssertion[], parts: BadgeParts): Finding[] {
  const faults = [
    ...assertions.flatMap(({ assertion, generation }) => faultsOfAssertion(assertion, generation)),
    ...faultsOfParts(parts),
  ];
  const findings = distinct(faults).slice(0, mostFaults).map(asFinding);
  if (findings.some(({ outcome }) => outcome === 'fail')) return findings;
  return [passed('well-formed', 'the badge keeps the rules of Open Badges 2.0'), ...findings];
}

function faultsOfParts({ badge, issuer }: BadgeParts): ShapeFault[] {
  const faults: ShapeFault[] = [];
  if (badge) {
    const { document } = badge;
    if (typesOf(document).length > 0 && !hasType(document, 'BadgeClass', 'obi:BadgeClass'))
      faults.push(fault('type', '/badge/type', 'what the assertion names as its badge is no BadgeClass'));
    faults.push(
      ...faultsOfClass(compiledClasses.badgeClass, document, '/badge'),
      ...faultsOfExtensions(document, '/badge'),
    );
  }
  if (issuer) {
    const { document } = issuer;
    if (typesOf(document).length > 0 && !hasType(document, 'Issuer', 'Profile', 'obi:Issuer', 'obi:Profile'))
      faults.push(remark('type', '/badge/issuer/type', 'the issuer is of neither type, Issuer nor Profile'));
    faults.push(...faultsOfClass(compiledClasses.profile, document, '/badge/issuer'));
  }
  return faults;
}

/** Two copies of one document have the same faults. */
function distinct(faults: readonly ShapeFault[]): ShapeFault[] {
  return [...new Map(faults.map((it) => [`${it.code} ${it.pointer} ${it.detail}`, it])).values()];
}

function asFinding({ code, pointer, detail, isMinor }: ShapeFault): Finding {
  const about = { code, detail, subject: pointer };
  return isMinor === true ? { outcome: 'warning', ...about } : { outcome: 'fail', objection: 'malformed', ...about };
}
