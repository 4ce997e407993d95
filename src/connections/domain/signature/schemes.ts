import type { HrSystem } from '../hr-system.js';
import type { SignatureScheme } from './scheme.js';

const HEX_OF_BODY = {
  encoding: 'hex',
  hash: 'sha256',
  signed: ['body'],
  joiner: '',
  key: 'text',
} as const satisfies Partial<SignatureScheme>;

/**
 * How each system signs. Sources are the vendors' pages for developers: Greenhouse "Webhooks", Lever "Request signing",
 * Ashby "Authenticating Webhooks", Workable "Webhook Subscriptions", SmartRecruiters "Webhook security", Teamtailor
 * "Company webhooks: signatures" and "Partner webhooks: signatures", Recruitee "Webhooks", Huntflow "Webhooks", Indeed Apply
 * "Verify the signature", and the Standard Webhooks specification.
 */
export const SIGNATURE_SCHEMES: Readonly<Record<HrSystem, readonly SignatureScheme[]>> = {
  standard: [
    {
      name: 'standard-webhooks',
      signature: { header: 'webhook-signature' },
      form: { kind: 'pairs', between: ' ', assign: ',', name: 'v1', most: 32 },
      encoding: 'base64',
      hash: 'sha256',
      signed: [{ header: 'webhook-id' }, 'timestamp', 'body'],
      joiner: '.',
      key: 'standard',
      time: { at: { header: 'webhook-timestamp' }, unit: 'seconds' },
      deliveryId: [{ header: 'webhook-id' }],
      idIsSigned: true,
    },
  ],
  greenhouse: [
    {
      name: 'greenhouse',
      ...HEX_OF_BODY,
      signature: { header: 'signature' },
      form: { kind: 'single', prefix: 'sha256 ' },
      deliveryId: [{ header: 'greenhouse-event-id' }],
      idIsSigned: false,
    },
  ],
  lever: [
    {
      name: 'lever',
      signature: { body: '/signature' },
      form: { kind: 'single', prefix: '' },
      encoding: 'hex',
      hash: 'sha256',
      signed: [{ body: '/token' }, 'timestamp'],
      joiner: '',
      key: 'text',
      time: { at: { body: '/triggeredAt' }, unit: 'milliseconds' },
      deliveryId: [{ body: '/token' }],
      idIsSigned: true,
      idIsSingleUse: true,
    },
  ],
  ashby: [
    {
      name: 'ashby',
      ...HEX_OF_BODY,
      signature: { header: 'ashby-signature' },
      form: { kind: 'single', prefix: 'sha256=' },
      deliveryId: [{ body: '/webhookActionId' }],
      idIsSigned: true,
    },
  ],
  workable: [
    {
      name: 'workable',
      ...HEX_OF_BODY,
      signature: { header: 'x-workable-signature' },
      form: { kind: 'single', prefix: '' },
      deliveryId: [{ body: '/id' }],
      idIsSigned: true,
    },
  ],
  smartrecruiters: [
    {
      name: 'smartrecruiters',
      signature: { header: 'smartrecruiters-signature' },
      form: { kind: 'pairs', between: ';', assign: '=', name: 'v1', most: 16 },
      encoding: 'hex',
      hash: 'sha256',
      signed: [
        'timestamp',
        'body',
        { header: 'event-id' },
        { header: 'event-name' },
        { header: 'event-version' },
        { header: 'link' },
      ],
      joiner: '.',
      key: 'text',
      time: { at: { header: 'smartrecruiters-timestamp' }, unit: 'seconds' },
      deliveryId: [{ header: 'event-id' }],
      idIsSigned: true,
      missingPartIsEmpty: true,
    },
  ],
  teamtailor: [
    {
      name: 'teamtailor-company-v2',
      signature: { header: 'tt-signature' },
      wrapped: 'base64',
      form: { kind: 'pairs', between: ',', assign: '=', name: 'v2', most: 1 },
      encoding: 'hex',
      hash: 'sha256',
      signed: ['timestamp', 'body'],
      joiner: '.',
      key: 'text',
      time: { at: 'pair', unit: 'seconds' },
      deliveryId: [],
      idIsSigned: true,
    },
    {
      name: 'teamtailor-partner',
      signature: { header: 'teamtailor-signature' },
      form: { kind: 'pairs', between: ',', assign: '=', name: 'v1', most: 1 },
      encoding: 'hex',
      hash: 'sha256',
      signed: ['timestamp', { body: '/partner-event/id' }],
      joiner: '.',
      key: 'text',
      time: { at: 'pair', unit: 'seconds' },
      deliveryId: [{ body: '/partner-event/id' }],
      idIsSigned: true,
      sendsProviderKey: true,
    },
    {
      name: 'teamtailor-company-v1',
      signature: { header: 'tt-signature' },
      form: { kind: 'single', prefix: '' },
      encoding: 'base64-of-hex',
      hash: 'sha256',
      signed: [{ body: '/payload/data/id' }],
      joiner: '',
      key: 'text',
      deliveryId: [],
      idIsSigned: true,
      legacy: true,
    },
  ],
  recruitee: [
    {
      name: 'recruitee',
      ...HEX_OF_BODY,
      signature: { header: 'x-recruitee-signature' },
      form: { kind: 'single', prefix: '' },
      deliveryId: [{ body: '/id' }],
      idIsSigned: true,
      retryCounter: 'attempt_count',
    },
  ],
  huntflow: [
    {
      name: 'huntflow',
      ...HEX_OF_BODY,
      signature: { header: 'x-huntflow-signature' },
      form: { kind: 'single', prefix: '' },
      // The id is told apart by the kind of event: the vendor's own samples of two kinds share one.
      deliveryId: [{ header: 'x-huntflow-event' }, { header: 'x-huntflow-delivery' }],
      idIsSigned: false,
    },
  ],
  'indeed-apply': [
    {
      name: 'indeed-apply',
      signature: { header: 'x-indeed-signature' },
      form: { kind: 'single', prefix: '' },
      encoding: 'base64',
      hash: 'sha1',
      signed: ['body'],
      joiner: '',
      key: 'text',
      deliveryId: [{ body: '/id' }],
      idIsSigned: true,
    },
  ],
};
