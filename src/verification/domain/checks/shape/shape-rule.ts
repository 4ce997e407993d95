import type { DataModel } from '../../data-model.js';
import { type JsonObject, hasType, isObject, typesOf } from '../../json.js';
import { quoted } from '../../quoted.js';
import type { CredentialFormat } from '../../reading/read-result.js';

/** A credential whose form is looked at. */
export interface ShapeSubject {
  credential: JsonObject;
  dataModel: DataModel;
  format: CredentialFormat;
  /** An unsigned document is one that its issuer has yet to complete: it may lack what issuing adds. */
  isSecured: boolean;
}

export interface ShapeFault {
  code: string;
  /** JSON pointer (RFC 6901) into the credential. */
  pointer: string;
  detail: string;
  /** Against the letter of the standard but common and harmless. */
  isMinor?: boolean;
}

export type ShapeRule = (subject: ShapeSubject) => ShapeFault[];

export function fault(code: string, pointer: string, detail: string): ShapeFault {
  return { code, pointer, detail };
}

export function remark(code: string, pointer: string, detail: string): ShapeFault {
  return { code, pointer, detail, isMinor: true };
}

/** Faults of a part that must be an object of one of the named types. */
export function faultsOfTyped(value: unknown, pointer: string, names: readonly string[]): ShapeFault[] {
  if (!isObject(value)) return [fault('not-an-object', pointer, `${pointer} is no object`)];
  if (hasType(value, ...names)) return [];
  const types = typesOf(value);
  const found = types.length === 0 ? 'no type' : `the type ${types.slice(0, 5).map(quoted).join(', ')}`;
  return [fault('wrong-type', `${pointer}/type`, `${pointer} has ${found} and should have ${names.join(' or ')}`)];
}

/** The items of a value with a pointer to each; a single value stands for a list of one. */
export function itemsAt(value: unknown, pointer: string): { item: unknown; pointer: string }[] {
  if (value === undefined || value === null) return [];
  if (!Array.isArray(value)) return [{ item: value, pointer }];
  return value.map((item: unknown, index) => ({ item, pointer: `${pointer}/${index}` }));
}
