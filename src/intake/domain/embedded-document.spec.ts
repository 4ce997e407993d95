import { Malformed } from '../../platform/errors/index.js';
import { readEmbeddedDocument } from './embedded-document.js';

const read = (source: string) => readEmbeddedDocument(JSON.parse(source), source, '/credentials/0');

function refusalOf(source: string): { code: string; pointer: string | undefined } {
  try {
    read(source);
  } catch (error) {
    if (error instanceof Malformed) return { code: error.code, pointer: error.errors[0]?.pointer };
    throw error;
  }
  throw new Error('it was taken');
}

describe('readEmbeddedDocument', () => {
  it('keeps an object as its exact source text', () => {
    const source = '{"type": "OpenBadgeCredential", "score": 1.0}';
    const { bytes, contentType } = read(source);
    expect(bytes.toString()).toBe(source);
    expect(contentType).toBe('application/json');
  });

  it('takes a string as the document itself', () => {
    expect(read('"eyJh.eyJi.c2ln"')).toEqual({ bytes: Buffer.from('eyJh.eyJi.c2ln'), contentType: 'application/jwt' });
  });

  it.each([
    ['padded', '"base64:iVBORw0KGgo="'],
    ['without padding', '"base64:iVBORw0KGgo"'],
  ])('decodes base64, %s', (_name, source) => {
    expect(read(source)).toEqual({ bytes: Buffer.from('89504e470d0a1a0a', 'hex'), contentType: 'image/png' });
  });

  it('takes the type and the name of a wrapped document', () => {
    const source = '{"document": { "a": 1.0 }, "contentType": "application/vc", "fileName": "badge.json"}';
    expect(read(source)).toEqual({
      bytes: Buffer.from('{ "a": 1.0 }'),
      contentType: 'application/vc',
      fileName: 'badge.json',
    });
  });

  it('takes an object with @context as the document, even when it has a member called document', () => {
    const source = '{"@context":"x","document":"y"}';
    expect(read(source).bytes.toString()).toBe(source);
  });

  it.each([
    ['a number', '7', 'invalid-credential', ''],
    ['a list', '[{}]', 'invalid-credential', ''],
    ['null', 'null', 'invalid-credential', ''],
    ['an empty text', '""', 'empty-document', ''],
    ['empty base64', '"base64:"', 'empty-document', ''],
    ['broken base64', '"base64:a$b="', 'invalid-credential', ''],
    ['base64 of an impossible length', '"base64:abcde"', 'invalid-credential', ''],
    ['a wrapped number', '{"document":7}', 'invalid-credential', '/document'],
    ['a misspelt member', '{"document":"x","content~/Type":"a"}', 'unknown-property', '/content~0~1Type'],
    [
      'another media type',
      '{"document":"x","contentType":"application/pdf"}',
      'document-type-not-accepted',
      '/contentType',
    ],
    ['a name that is no text', '{"document":"x","fileName":{}}', 'invalid-file-name', '/fileName'],
    ['a long name', `{"document":"x","fileName":"${'n'.repeat(256)}"}`, 'invalid-file-name', '/fileName'],
  ])('refuses %s', (_name, source, code, below) => {
    expect(refusalOf(source)).toEqual({ code, pointer: `/credentials/0${below}` });
  });

  it('refuses a document of more than 1 MiB, and takes one of just that', () => {
    expect(read(JSON.stringify('x'.repeat(1024 * 1024))).bytes).toHaveLength(1_048_576);
    expect(refusalOf(JSON.stringify('x'.repeat(1024 * 1024 + 1)))).toEqual({
      code: 'document-too-large',
      pointer: '/credentials/0',
    });
  });
});
