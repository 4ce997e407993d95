import { contextUrlsOf } from '../../json.js';
import type { CredentialFormat } from '../../reading/read-result.js';
import { ModelLook } from './data-model/keeps-model.js';
import { schemaOfModel } from './data-model/schemas-of-model.js';
import { type ClassName, openBadges3Model } from './data-model/open-badges-3.model.js';
import { type CompiledClass, faultsOfClass, schemaCompiler } from './json-schema-faults.js';
import type { ShapeFault, ShapeSubject } from './shape-rule.js';

const classOf: Partial<Record<CredentialFormat, ClassName>> = {
  'openbadges-3': 'AchievementCredential',
  endorsement: 'EndorsementCredential',
  'clr-2': 'ClrCredential',
};

const compiler = schemaCompiler('first')
  .addSchema(schemaOfModel(openBadges3Model, 'must'))
  .addSchema(schemaOfModel(openBadges3Model, 'should'));

const look = new ModelLook(openBadges3Model);
const compiled = new Map<ClassName, CompiledClass>();

/** Compiled with the first document that needs it, so that a start does not wait for it. */
function classNamed(name: ClassName): CompiledClass {
  const known = compiled.get(name);
  if (known) return known;
  const of = (measure: string) => compiler.compile({ $ref: `${measure}#/definitions/${name}` });
  const made = { must: of('must'), should: of('should') };
  compiled.set(name, made);
  return made;
}

/** The words have the meaning of the data model only where a context of the final specification says so. */
const finalContext = /^https:\/\/purl\.imsglobal\.org\/spec\/(ob\/v3p0|clr\/v2p0)\/context(-[23]\.0(\.\d+)?)?\.json$/;

/** Open Badges 3.0, endorsements and learner records keep the data model of 1EdTech, down to each property. */
export function dataModelRule({ credential, format }: ShapeSubject): ShapeFault[] {
  const name = classOf[format];
  if (name === undefined || !contextUrlsOf(credential).some((url) => finalContext.test(url))) return [];
  return look.keeps(name, credential) ? [] : faultsOfClass(classNamed(name), credential, '');
}
