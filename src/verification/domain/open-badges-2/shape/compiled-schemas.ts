import { type CompiledClass, schemaCompiler } from '../../checks/shape/json-schema-faults.js';
import { assertionSchema, badgeClassSchema, profileSchema } from './schemas.js';

const compiler = schemaCompiler('every');

export const compiledClasses = {
  assertion: compiled(assertionSchema),
  badgeClass: compiled(badgeClassSchema),
  profile: compiled(profileSchema),
};

function compiled({ must, should }: { must: object; should: object }): CompiledClass {
  return { must: compiler.compile(must), should: compiler.compile(should) };
}
