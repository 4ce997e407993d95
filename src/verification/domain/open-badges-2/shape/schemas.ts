/**
 * The data model of Open Badges 2.0 as JSON Schema, in two measures for each class: what must hold, or nothing the
 * document says can be relied on; and what the specification asks for beyond that and many issuers leave out.
 *
 * Types and contexts, dates and extensions have rules of their own.
 *
 * @see https://www.imsglobal.org/spec/ob/v2p0/ sections 4 and 5
 */
interface Measures {
  must: object;
  should: object;
}

const text = { type: 'string', minLength: 1 };
/** An id, or the object that it stands for. */
const reference = { type: ['string', 'object'], minLength: 1 };
/** A text in one language or in several; 2.0 allows both by JSON-LD. */
const words = { type: ['string', 'object', 'array'], minLength: 1 };
const many = (item: object): object => ({ type: ['string', 'object', 'array'], items: item });

const identity = {
  type: 'object',
  required: ['type', 'identity'],
  properties: {
    type: { type: ['string', 'array'], items: text, minLength: 1 },
    identity: text,
    hashed: { type: ['boolean', 'string'], enum: [true, false, 'true', 'false'] },
    salt: { type: ['string', 'null'] },
  },
};

const verification = {
  type: 'object',
  required: ['type'],
  properties: { type: { type: ['string', 'array'] }, creator: reference, url: text },
};

export const assertionSchema: Measures = {
  must: {
    type: 'object',
    required: ['recipient', 'badge', 'verification'],
    properties: {
      id: text,
      recipient: identity,
      badge: reference,
      verification,
      evidence: many(reference),
      image: reference,
      narrative: words,
      revoked: { type: 'boolean' },
    },
  },
  should: {
    type: 'object',
    properties: { recipient: { type: 'object', required: ['hashed'], properties: { hashed: { type: 'boolean' } } } },
  },
};

const alignment = { type: ['string', 'object'], properties: { targetName: words, targetUrl: text, targetCode: words } };

export const badgeClassSchema: Measures = {
  must: {
    type: 'object',
    required: ['name', 'issuer'],
    properties: {
      id: text,
      name: words,
      issuer: reference,
      description: words,
      image: { type: ['string', 'object', 'array'] },
      criteria: many(reference),
      alignment: many(alignment),
      tags: { type: ['string', 'array'], items: { type: 'string' } },
    },
  },
  should: {
    type: 'object',
    required: ['description', 'image', 'criteria'],
    properties: {
      alignment: { type: ['object', 'array'], items: { type: 'object', required: ['targetName', 'targetUrl'] } },
      tags: { type: 'array' },
    },
  },
};

export const profileSchema: Measures = {
  must: {
    type: 'object',
    required: ['name'],
    properties: {
      id: text,
      name: words,
      url: text,
      publicKey: many(reference),
      verification: {
        type: 'object',
        properties: {
          startsWith: { type: ['string', 'array'], items: text },
          allowedOrigins: { type: ['string', 'array'], items: text },
        },
      },
      revocationList: reference,
    },
  },
  should: { type: 'object', required: ['url', 'email'] },
};
