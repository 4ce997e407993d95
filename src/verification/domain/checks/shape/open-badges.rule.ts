import { type JsonObject, contextUrlsOf, isObject, typesOf } from '../../json.js';
import { pinnedContexts } from '../../json-ld/pinned-contexts.js';
import { type ShapeFault, type ShapeSubject, fault, faultsOfTyped, itemsAt, remark } from './shape-rule.js';

const finalContext = /^https:\/\/purl\.imsglobal\.org\/spec\/ob\/v3p0\/context(-3\.0(\.\d+)?)?\.json$/;

/**
 * An Open Badges 3.0 credential: every part is what it should be. That something was achieved is checked later.
 *
 * The words are those of Open Badges only where its context says so. With a context that is not known here (the drafts
 * had others) the rules below are not held against it.
 *
 * @see https://www.imsglobal.org/spec/ob/v3p0
 */
export function openBadgesRule({ credential, format }: ShapeSubject): ShapeFault[] {
  if (format !== 'openbadges-3') return [];
  const contexts = contextUrlsOf(credential);
  if (!contexts.some((url) => finalContext.test(url)))
    return contexts.some((url) => !pinnedContexts.has(url))
      ? [remark('draft-context', '/@context', 'the context is not that of the final Open Badges 3.0')]
      : [fault('open-badges-context', '/@context', 'the context of Open Badges 3.0 is missing')];
  return [
    ...faultsOfProfile(credential.issuer, '/issuer'),
    ...typed(credential.evidence, '/evidence', 'Evidence'),
    ...itemsAt(credential.credentialSubject, '/credentialSubject').flatMap(({ item, pointer }) =>
      faultsOfSubject(item, pointer),
    ),
  ];
}

function faultsOfSubject(subject: unknown, pointer: string): ShapeFault[] {
  const faults = faultsOfTyped(subject, pointer, ['AchievementSubject']);
  if (!isObject(subject)) return faults;
  const achievements = itemsAt(subject.achievement, `${pointer}/achievement`);
  if (achievements.length > 1)
    faults.push(fault('achievement', `${pointer}/achievement`, 'a subject has more than one achievement'));
  return [
    ...faults,
    ...achievements.flatMap((it) => faultsOfAchievement(it.item, it.pointer)),
    ...typed(subject.result, `${pointer}/result`, 'Result'),
    ...typed(subject.identifier, `${pointer}/identifier`, 'IdentityObject'),
    ...itemsAt(subject.source, `${pointer}/source`).flatMap((it) => faultsOfProfile(it.item, it.pointer)),
    ...(subject.id === undefined && subject.identifier === undefined
      ? [remark('nobody-named', pointer, 'the subject has neither an id nor an identifier')]
      : []),
  ];
}

function faultsOfAchievement(achievement: unknown, pointer: string): ShapeFault[] {
  const faults = faultsOfTyped(achievement, pointer, ['Achievement']);
  if (!isObject(achievement)) return faults;
  const missing = (name: string): ShapeFault[] =>
    isPresent(achievement, name) ? [] : [remark('incomplete', `${pointer}/${name}`, `the achievement has no ${name}`)];
  if (!isPresent(achievement, 'name'))
    faults.push(fault('achievement', `${pointer}/name`, 'the achievement has no name'));
  return [
    ...faults,
    ...['id', 'description', 'criteria'].flatMap(missing),
    ...itemsAt(achievement.creator, `${pointer}/creator`).flatMap((it) => faultsOfProfile(it.item, it.pointer)),
    ...typed(achievement.alignment, `${pointer}/alignment`, 'Alignment'),
    ...typed(achievement.resultDescription, `${pointer}/resultDescription`, 'ResultDescription'),
  ];
}

function isPresent(object: JsonObject, name: string): boolean {
  return object[name] !== undefined && object[name] !== null && object[name] !== '';
}

function typed(value: unknown, pointer: string, name: string): ShapeFault[] {
  return itemsAt(value, pointer).flatMap((it) => faultsOfTyped(it.item, it.pointer, [name]));
}

/** A profile may be written as its id, and need not say that it is one. */
function faultsOfProfile(value: unknown, pointer: string): ShapeFault[] {
  return isObject(value) && typesOf(value).length > 0 ? faultsOfTyped(value, pointer, ['Profile']) : [];
}
