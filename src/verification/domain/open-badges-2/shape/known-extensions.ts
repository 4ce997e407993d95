import { type JsonObject, isObject, typesOf } from '../../json.js';
import { quoted } from '../../quoted.js';
import { type ShapeFault, fault } from '../../checks/shape/shape-rule.js';

interface Member {
  /** Its name and the other spellings that the context of the extension gives it. */
  names: readonly string[];
  isRight: (value: unknown) => boolean;
  mustBe: string;
  isRequired?: boolean;
}

const isText = (value: unknown): boolean => typeof value === 'string';
const isAddress = (value: unknown): boolean => typeof value === 'string' && URL.canParse(value);
const isNumber = (value: unknown): boolean =>
  typeof value === 'number' || (isText(value) && Number.isFinite(Number(value)));
const isPlace = (value: unknown): boolean => isObject(value) && isNumber(value.latitude) && isNumber(value.longitude);

/** Extensions that the specification itself publishes, with what their schemas ask of them. Others are free in form. */
const extensions: ReadonlyMap<string, readonly Member[]> = new Map([
  [
    'ExampleExtension',
    [{ names: ['exampleProperty', 'http://schema.org/text', 'schema:text'], isRight: isText, mustBe: 'a text' }],
  ],
  [
    'ApplyLink',
    [{ names: ['url', 'extensions:applyLink'], isRight: isAddress, mustBe: 'an address', isRequired: true }],
  ],
  ['OriginalCreator', [{ names: ['url', 'schema:url'], isRight: isAddress, mustBe: 'an address', isRequired: true }]],
  [
    'GeoLocation',
    [
      { names: ['description', 'schema:description'], isRight: isText, mustBe: 'a text' },
      { names: ['geo', 'schema:geo'], isRight: isPlace, mustBe: 'an object with latitude and longitude' },
    ],
  ],
]);

/** Extensions looked at in one object; no honest one has more. */
const mostExtensions = 50;

/** Where an extension of an object breaks the rules of its type. */
export function faultsOfExtensions(object: JsonObject, at: string): ShapeFault[] {
  return Object.entries(object)
    .slice(0, 200)
    .filter(([, value]) => isObject(value))
    .slice(0, mostExtensions)
    .flatMap(([name, value]) => faultsOf(value as JsonObject, `${at}/${escaped(name)}`));
}

function faultsOf(extension: JsonObject, at: string): ShapeFault[] {
  return typesOf(extension)
    .slice(0, 10)
    .flatMap((type) => extensions.get(type.slice(type.search(/[^#:/]*$/))) ?? [])
    .flatMap((member) => faultsOfMember(member, extension, at));
}

function faultsOfMember(
  { names, isRight, mustBe, isRequired }: Member,
  extension: JsonObject,
  at: string,
): ShapeFault[] {
  const present = names.filter((name) => extension[name] !== undefined);
  if (present.length === 0)
    return isRequired === true
      ? [fault('extension', `${at}/${names[0] ?? ''}`, `an extension lacks ${quoted(names[0] ?? '')}`)]
      : [];
  return present
    .filter((name) => !isRight(extension[name]))
    .map((name) => fault('extension', `${at}/${escaped(name)}`, `${quoted(name)} of an extension must be ${mustBe}`));
}

const escaped = (name: string): string => name.replaceAll('~', '~0').replaceAll('/', '~1');
