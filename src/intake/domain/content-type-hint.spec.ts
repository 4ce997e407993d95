import { contentTypeHint } from './content-type-hint.js';

describe('contentTypeHint', () => {
  it.each([
    ['a PNG', Buffer.from('89504e470d0a1a0a0000', 'hex'), 'image/png'],
    ['JSON after blanks', Buffer.from('\n {"a":1}'), 'application/json'],
    ['an SVG', Buffer.from('<?xml version="1.0"?><svg/>'), 'image/svg+xml'],
    ['a JWT', Buffer.from('eyJh.eyJi.c2ln\n'), 'application/jwt'],
    ['a JWT without signature', Buffer.from('eyJh.eyJi.'), 'application/jwt'],
    ['an SD-JWT', Buffer.from('eyJh.eyJi.c2ln~WyJh~'), 'application/vc+sd-jwt'],
    ['any text', Buffer.from('hello there'), 'text/plain'],
    ['bytes that are no text', Buffer.from([0xff, 0x00, 0x01]), 'text/plain'],
  ])('reads %s', (_name, bytes, type) => {
    expect(contentTypeHint(bytes)).toBe(type);
  });
});
