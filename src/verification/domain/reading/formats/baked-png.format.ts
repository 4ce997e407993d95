import { recognisedFormat } from '../format.js';

const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

export const bakedPng = recognisedFormat(
  'baked-png',
  'badges baked into PNG images are not read',
  ({ bytes }) => Buffer.compare(bytes.subarray(0, signature.length), signature) === 0,
);
