import { recognisedFormat } from '../format.js';

/** A web address, bare or as `{"url": "..."}`, where a credential may lie. */
export const link = recognisedFormat(
  'link',
  'this is the address of a credential and not the credential itself',
  ({ text, json, jws }) => {
    if (json) return !jws && Object.keys(json).length === 1 && typeof json.url === 'string';
    return text !== undefined && /^https?:\/\/\S+$/i.test(text);
  },
);
