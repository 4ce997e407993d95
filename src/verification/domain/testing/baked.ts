import { crc32, deflateSync } from 'node:zlib';

const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

/** One chunk of a PNG, with its length and checksum. */
export function chunk(type: string, data: Uint8Array | string = ''): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), Buffer.from(data)]);
  const frame = Buffer.alloc(8);
  frame.writeUInt32BE(body.length - 4, 0);
  frame.writeUInt32BE(crc32(body), 4);
  return Buffer.concat([frame.subarray(0, 4), body, frame.subarray(4)]);
}

/** A grey PNG that says it has `width` times `width` pixels, with more chunks between its header and its pixels. */
export function aPng(chunks: readonly Uint8Array[], width = 1): Buffer {
  const header = Buffer.from([0, 0, 0, 0, 0, 0, 0, 0, 8, 0, 0, 0, 0]);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(width, 4);
  const pixels = chunk('IDAT', deflateSync(Buffer.from([0, 127])));
  return Buffer.concat([signature, chunk('IHDR', header), ...chunks, pixels, chunk('IEND')]);
}

/** An uncompressed iTXt chunk. */
export function textChunk(text: string, keyword = 'openbadgecredential'): Buffer {
  return chunk('iTXt', `${keyword}\0\0\0\0\0${text}`);
}

/** A PNG with a credential in it, as Open Badges 3.0 bakes it. */
export const bakedPng = (text: string): Buffer => aPng([textChunk(text)]);

/** An SVG with a credential in it, as Open Badges 3.0 bakes it: a JWT as an attribute, JSON as text. */
export function bakedSvg(text: string, namespace = 'https://purl.imsglobal.org/ob/v3p0'): string {
  const isJson = text.startsWith('{');
  const element = isJson
    ? `<b:credential><![CDATA[\n${text}\n]]></b:credential>`
    : `<b:credential verify="${text}"></b:credential>`;
  return anSvg(element, `xmlns:b="${namespace}"`);
}

export function anSvg(inside: string, attributes = ''): string {
  return `<svg xmlns="http://www.w3.org/2000/svg" ${attributes} viewBox="0 0 9 9">${inside}<circle r="4"/></svg>`;
}
