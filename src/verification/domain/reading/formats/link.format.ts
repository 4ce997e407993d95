import { aboutFormat, type Format } from '../format.js';

/** A web address, bare or as `{"url": "..."}`, where a credential may lie. */
export const link: Format = {
  about: aboutFormat('link', 'verified'),
  read({ text, json, jws }) {
    const address = json ? !jws && Object.keys(json).length === 1 && json.url : text;
    if (typeof address !== 'string' || !/^https?:\/\/\S+$/i.test(address) || !URL.canParse(address)) return undefined;
    return { kind: 'link', format: 'link', address };
  },
};
