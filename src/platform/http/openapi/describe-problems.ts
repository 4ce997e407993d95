import type { OpenAPIObject } from '@nestjs/swagger';

const METHODS = ['get', 'put', 'post', 'delete', 'options', 'head', 'patch', 'trace'] as const;

const text = (example: string): object => ({ type: 'string', examples: [example] });

const FIELD_PROBLEM = {
  type: 'object',
  required: ['pointer', 'code', 'message'],
  properties: {
    pointer: { ...text('/requirements/0/weight'), description: 'RFC 6901 pointer to the field; "" is the whole body' },
    code: text('max'),
    message: text('weight must not be greater than 100'),
  },
};

const PROBLEM = {
  type: 'object',
  description: 'RFC 9457 problem. Branch on `code`, show `detail`, name `requestId` when asking for help.',
  required: ['type', 'title', 'status', 'detail', 'code', 'instance', 'requestId', 'errors'],
  properties: {
    type: text('urn:credence:problem:validation-failed'),
    title: text('Validation failed'),
    status: { type: 'integer', minimum: 400, maximum: 599, examples: [400] },
    detail: text('The request is not valid at /requirements/0/weight: weight must not be greater than 100.'),
    code: text('validation-failed'),
    instance: text('urn:request:0198c5a2-6f3e-7cc1-9a52-0d6f4be1a001'),
    requestId: text('0198c5a2-6f3e-7cc1-9a52-0d6f4be1a001'),
    errors: { type: 'array', items: { $ref: '#/components/schemas/FieldProblem' } },
  },
};

const RESPONSE = {
  description: 'A refusal or a fault',
  content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
};

/** Adds to every operation what its errors look like. */
export function describeProblems(document: OpenAPIObject): OpenAPIObject {
  const components = (document.components ??= {});
  components.schemas = { ...components.schemas, Problem: PROBLEM, FieldProblem: FIELD_PROBLEM };
  components.responses = { ...components.responses, Problem: RESPONSE };
  for (const item of Object.values(document.paths)) {
    for (const method of METHODS) {
      const operation = item[method];
      if (operation !== undefined) operation.responses.default ??= { $ref: '#/components/responses/Problem' };
    }
  }
  return document;
}
