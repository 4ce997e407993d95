import { count, type DataSchema, dataSchema, id, idOrNull, ids, oneOf, path, text, textOrNull } from './json-schema.js';

/** What was told by the room in which something happened. */
export type Payload = Readonly<Record<string, string | number | boolean | null | readonly string[]>>;

/** One kind of event that others can hear of. */
export interface EventType {
  readonly type: string;
  /** When it happens. */
  readonly description: string;
  /** The topic of the outbox under which the room tells it. */
  readonly topic: string;
  readonly data: DataSchema;
  /** The member of the payload that names whom the event is about: events of one are delivered in order. */
  readonly orderedBy?: string;
  /** Where the API shows the state of what the event is about. */
  readonly url: (payload: Payload) => string;
}

const candidateId = id('The candidate');
const candidateUrl = (payload: Payload): string => `/v1/candidates/${String(payload.candidateId)}`;

const candidateEvent = (what: string, description: string): EventType => ({
  type: `candidate.${what}`,
  topic: `candidate.${what}`,
  description,
  data: dataSchema({ candidateId, url: path('The candidate') }),
  orderedBy: 'candidateId',
  url: candidateUrl,
});

const credentialEvent = (what: string, description: string): EventType => ({
  type: `credential.${what}`,
  topic: `credential.${what}`,
  description,
  data: dataSchema({
    candidateId,
    credentialId: id('The credential'),
    verificationId: id('The verification that gave the verdict'),
    verdict: oneOf(['verified', 'failed', 'unverifiable', 'unsupported'], 'The verdict now'),
    reason: text('The first reason of the verdict'),
    verdictBefore: textOrNull('The verdict before; null for the first one'),
    reasonBefore: textOrNull('Its reason; null for the first one'),
    url: path('The credential with all its checks'),
  }),
  orderedBy: 'candidateId',
  url: ({ credentialId }) => `/v1/credentials/${String(credentialId)}`,
});

/** The name of the event that `POST /v1/webhook-endpoints/{id}/ping` sends; it passes every filter. */
export const PING = 'webhook.ping';

/** Everything that can be heard of. Data are ids and small facts; who wants more asks the API. */
export const EVENT_TYPES: readonly EventType[] = [
  candidateEvent('created', 'A candidate was created, over whichever way in.'),
  candidateEvent('updated', 'A candidate was changed: name, e-mail addresses, DIDs, external ids or applications.'),
  {
    type: 'candidate.merged',
    topic: 'candidate.merged',
    description: 'Everything of a candidate was moved to another one.',
    data: dataSchema({
      candidateId: id('The candidate whose record ended'),
      intoCandidateId: id('The candidate who has everything now'),
      url: path('The candidate who has everything now'),
    }),
    orderedBy: 'intoCandidateId',
    url: ({ intoCandidateId }) => `/v1/candidates/${String(intoCandidateId)}`,
  },
  {
    ...candidateEvent('erased', 'A candidate was erased, with all documents and results.'),
    data: dataSchema({ candidateId, url: path('Answers 410 from now on') }),
  },
  credentialEvent('verified', 'The verdict on a credential became `verified`.'),
  credentialEvent(
    'failed',
    'The verdict became `failed`, for another reason than those that have an event of their own.',
  ),
  credentialEvent('unverifiable', 'The verdict became `unverifiable`: it cannot be shown right or wrong now.'),
  credentialEvent('unsupported', 'The verdict became `unsupported`: the format or suite is not known.'),
  credentialEvent('revoked', 'The issuer revoked the credential.'),
  credentialEvent('suspended', 'The issuer suspended the credential.'),
  credentialEvent('expired', 'The credential is past its end.'),
  {
    type: 'mapping.changed',
    topic: 'mapping.decision-changed',
    description: 'A person decided what a claim means, or took such a decision back. Holdings follow.',
    data: dataSchema({
      decisionId: id('The decision'),
      decision: oneOf(['accept', 'reject', 'correct'], 'What was decided'),
      scope: oneOf(['achievement', 'issuer', 'everywhere'], 'How far the decision reaches'),
      inForce: { type: 'boolean', description: 'False when the decision was taken back' },
      competencyId: idOrNull('The competency that the claim means'),
      rejectedCompetencyId: idOrNull('The competency that the claim does not mean'),
      url: path('The decisions'),
    }),
    url: () => '/v1/mappings/decisions',
  },
  {
    type: 'holdings.changed',
    topic: 'holdings.changed',
    description: 'The competencies that a candidate holds, or the proof behind them, changed.',
    data: dataSchema({ candidateId, url: path('What the candidate holds') }),
    orderedBy: 'candidateId',
    url: (payload) => `${candidateUrl(payload)}/competencies`,
  },
  {
    type: 'ranking.changed',
    topic: 'ranking.changed',
    description:
      'In the ranking of a role profile that you watch, somebody entered or left the first n, or became qualified or is so no longer.',
    data: dataSchema({
      roleProfileId: id('The role profile'),
      profileVersion: { type: 'integer', minimum: 1, description: 'The version that was ranked' },
      first: { type: 'integer', minimum: 1, maximum: 100, description: 'n: how many of the first are watched' },
      entered: ids('Who is among the first n and was not'),
      left: ids('Who was among the first n and is not'),
      qualified: ids('Who became qualified'),
      noLongerQualified: ids('Who is qualified no longer, or no candidate any more'),
      complete: { type: 'boolean', description: 'False when more changed than the lists say' },
      sequence: count('The sequence of the organization that the ranking had seen'),
      url: path('The ranking'),
    }),
    orderedBy: 'roleProfileId',
    url: ({ roleProfileId }) => `/v1/role-profiles/${String(roleProfileId)}/ranking`,
  },
  {
    type: 'profile.published',
    topic: 'profile.published',
    description: 'A role profile was published; rankings use the new version from now on.',
    data: dataSchema({
      roleProfileId: id('The role profile'),
      version: { type: 'integer', minimum: 1, description: 'The published version' },
      url: path('The role profile'),
    }),
    orderedBy: 'roleProfileId',
    url: ({ roleProfileId }) => `/v1/role-profiles/${String(roleProfileId)}`,
  },
  {
    type: 'import.completed',
    topic: 'import.completed',
    description: 'An import of candidates has ended.',
    data: dataSchema({
      operationId: id('The operation of the import'),
      lines: count('Lines with a result'),
      created: count('Lines that made a new candidate'),
      updated: count('Lines that changed a candidate'),
      rejected: count('Lines that were refused'),
      url: path('A result for each line'),
    }),
    url: ({ operationId }) => `/v1/imports/${String(operationId)}/results`,
  },
  {
    type: 'endpoint.disabled',
    topic: 'endpoint.disabled',
    description: 'The service stopped sending to one of your endpoints by itself. Told to the others.',
    data: dataSchema({
      endpointId: id('The endpoint'),
      reason: oneOf(['gone', 'failing'], 'It answered 410, or it took nothing for 5 days'),
      url: path('The endpoint'),
    }),
    url: ({ endpointId }) => `/v1/webhook-endpoints/${String(endpointId)}`,
  },
  {
    type: PING,
    topic: PING,
    description: 'You asked for it. Answer with any 2xx status.',
    data: dataSchema({ endpointId: id('The endpoint that was asked for'), url: path('The endpoint') }),
    url: ({ endpointId }) => `/v1/webhook-endpoints/${String(endpointId)}`,
  },
];

/** The topics to listen to. A ping is made for one endpoint and goes nowhere else. */
export const REPORTED_TOPICS = EVENT_TYPES.map(({ topic }) => topic).filter((topic) => topic !== PING);
