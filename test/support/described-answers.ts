import { type Ajv2020, Ajv2020 as Ajv } from 'ajv/dist/2020.js';

interface Schema {
  $ref?: string;
  properties?: Record<string, Schema>;
  additionalProperties?: boolean | Schema;
  items?: Schema;
  allOf?: Schema[];
  oneOf?: Schema[];
  anyOf?: Schema[];
}

export interface OpenApi {
  paths: Record<
    string,
    Record<string, { responses: Record<string, { content?: Record<string, { schema: Schema }> }> }>
  >;
  components: { schemas: Record<string, Schema> };
}

/** What an answer says that the OpenAPI document does not, and what it says otherwise; nothing when they agree. */
export class DescribedAnswers {
  private readonly ajv: Ajv2020;

  constructor(private readonly document: OpenApi) {
    this.ajv = new Ajv({ strict: false, validateFormats: false, allErrors: true });
    this.ajv.addSchema({ $id: 'document', ...document });
  }

  /** @param path with its parameters in braces, as in the document */
  differences(method: string, path: string, status: number, answer: unknown): string[] {
    const operation = this.document.paths[path]?.[method.toLowerCase()];
    const schema = operation?.responses[String(status)]?.content?.['application/json']?.schema;
    if (schema === undefined) return [`${method} ${path} has no schema for ${status}`];
    const pointer = `/paths/${path.replaceAll('~', '~0').replaceAll('/', '~1')}/${method.toLowerCase()}/responses/${status}`;
    const validate = this.ajv.compile({
      $ref: `document#${encodeURI(pointer)}/content/application~1json/schema`,
    });
    validate(answer);
    const wrong = (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`);
    return [...wrong, ...this.undescribed(answer, schema, '')];
  }

  private undescribed(value: unknown, schema: Schema, at: string): string[] {
    const parts = this.partsOf(schema);
    if (Array.isArray(value)) {
      const items = parts.find((part) => part.items !== undefined)?.items;
      return items === undefined ? [] : value.flatMap((one, i) => this.undescribed(one, items, `${at}/${i}`));
    }
    if (typeof value !== 'object' || value === null) return [];
    if (parts.some(({ additionalProperties }) => additionalProperties === true)) return [];
    const properties: Record<string, Schema> = Object.assign({}, ...parts.map((part) => part.properties ?? {}));
    return Object.entries(value).flatMap(([name, inner]) => {
      const found = properties[name];
      return found === undefined ? [`${at}/${name} is not described`] : this.undescribed(inner, found, `${at}/${name}`);
    });
  }

  private partsOf(schema: Schema): Schema[] {
    if (schema.$ref !== undefined) {
      return this.partsOf(this.document.components.schemas[schema.$ref.split('/').at(-1) ?? ''] ?? {});
    }
    const inner = [...(schema.allOf ?? []), ...(schema.oneOf ?? []), ...(schema.anyOf ?? [])];
    return [schema, ...inner.flatMap((part) => this.partsOf(part))];
  }
}
