import { type JsonObject, contextUrlsOf, hasType, isObject, typesOf } from '../../json.js';
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
  const faults = faultsOfProfile(credential.issuer, '/issuer');
  faults.push(...typed(credential.evidence, '/evidence', 'Evidence'));
  for (const { item, pointer } of itemsAt(credential.credentialSubject, '/credentialSubject'))
    faults.push(...faultsOfSubject(item, pointer));
  return faults;
}

function faultsOfSubject(subject: unknown, pointer: string): ShapeFault[] {
  const faults = faultsOfTyped(subject, pointer, ['AchievementSubject']);
  if (!isObject(subject)) return faults;
  const achievements = itemsAt(subject.achievement, `${pointer}/achievement`);
  if (achievements.length > 1)
    faults.push(fault('achievement', `${pointer}/achievement`, 'a subject has more than one achievement'));
  for (const it of achievements) faults.push(...faultsOfAchievement(it.item, it.pointer));
  faults.push(...typed(subject.result, `${pointer}/result`, 'Result'));
  faults.push(...typed(subject.identifier, `${pointer}/identifier`, 'IdentityObject'));
  for (const it of itemsAt(subject.source, `${pointer}/source`)) faults.push(...faultsOfProfile(it.item, it.pointer));
  if (subject.id === undefined && subject.identifier === undefined)
    faults.push(remark('nobody-named', pointer, 'the subject has neither an id nor an identifier'));
  return faults;
}

const wanted = ['id', 'description', 'criteria'] as const;

function faultsOfAchievement(achievement: unknown, pointer: string): ShapeFault[] {
  const faults = faultsOfTyped(achievement, pointer, ['Achievement']);
  if (!isObject(achievement)) return faults;
  if (!isPresent(achievement, 'name'))
    faults.push(fault('achievement', `${pointer}/name`, 'the achievement has no name'));
  for (const name of wanted)
    if (!isPresent(achievement, name))
      faults.push(remark('incomplete', `${pointer}/${name}`, `the achievement has no ${name}`));
  for (const it of itemsAt(achievement.creator, `${pointer}/creator`))
    faults.push(...faultsOfProfile(it.item, it.pointer));
  faults.push(...typed(achievement.alignment, `${pointer}/alignment`, 'Alignment'));
  faults.push(...typed(achievement.resultDescription, `${pointer}/resultDescription`, 'ResultDescription'));
  return faults;
}

function isPresent(object: JsonObject, name: string): boolean {
  return object[name] !== undefined && object[name] !== null && object[name] !== '';
}

const none: readonly ShapeFault[] = [];

function typed(value: unknown, pointer: string, name: string): readonly ShapeFault[] {
  if (value === undefined || haveType(value, name)) return none;
  return itemsAt(value, pointer).flatMap((it) => faultsOfTyped(it.item, it.pointer, [name]));
}

function haveType(value: unknown, name: string): boolean {
  if (!Array.isArray(value)) return hasType(value, name);
  for (const item of value) if (!hasType(item, name)) return false;
  return true;
}

/** A profile may be written as its id, and need not say that it is one. */
function faultsOfProfile(value: unknown, pointer: string): ShapeFault[] {
  return isObject(value) && typesOf(value).length > 0 ? faultsOfTyped(value, pointer, ['Profile']) : [];
}
