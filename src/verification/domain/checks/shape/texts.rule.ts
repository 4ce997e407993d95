import { type JsonObject, isObject } from '../../json.js';
import { type ShapeFault, type ShapeSubject, fault, itemsAt } from './shape-rule.js';

/**
 * In the data model 2.0 names and descriptions are texts, with a language where needed, and related resources carry a
 * digest, each named once.
 */
export function textsRule({ credential, dataModel }: ShapeSubject): ShapeFault[] {
  if (dataModel !== '2.0') return [];
  const { issuer, relatedResource } = credential;
  const faults = faultsOfTexts(credential, '');
  if (isObject(issuer)) faults.push(...faultsOfTexts(issuer, '/issuer'));
  if (relatedResource !== undefined) faults.push(...faultsOfResources(relatedResource));
  return faults;
}

function faultsOfTexts({ name, description }: JsonObject, pointer: string): ShapeFault[] {
  const faults = faultsOfText(name, `${pointer}/name`);
  if (description !== undefined) faults.push(...faultsOfText(description, `${pointer}/description`));
  return faults;
}

function faultsOfText(value: unknown, pointer: string): ShapeFault[] {
  if (typeof value === 'string' || value === undefined) return [];
  return itemsAt(value, pointer)
    .filter(({ item }) => typeof item !== 'string' && !isLanguageText(item))
    .map((it) => fault('text', it.pointer, `${it.pointer} is neither a text nor a text with a language`));
}

function isLanguageText(value: unknown): boolean {
  if (!isObject(value) || typeof value['@value'] !== 'string') return false;
  return Object.entries(value).every(
    ([key, member]) => ['@value', '@language', '@direction'].includes(key) && typeof member === 'string',
  );
}

function faultsOfResources(value: unknown): ShapeFault[] {
  const seen = new Set<unknown>();
  return itemsAt(value, '/relatedResource').flatMap(({ item, pointer }) => {
    if (!isObject(item) || typeof item.id !== 'string')
      return [fault('related-resource', pointer, 'a related resource has no id')];
    if (seen.has(item.id)) return [fault('related-resource', pointer, 'a related resource is named twice')];
    seen.add(item.id);
    return item.digestSRI === undefined && item.digestMultibase === undefined
      ? [fault('related-resource', pointer, 'a related resource has no digest')]
      : [];
  });
}
