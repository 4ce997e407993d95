import { Malformed } from '../../../platform/errors/index.js';
import type { IntakePerson } from '../intake-event.js';
import { valueAt } from '../signature/place.js';
import { emailsOf, fieldsAt, idOf, nameOf, present, requiredId } from './fields.js';

/** What an HR system asks for when it starts an assessment. */
export interface AssessmentRequest {
  readonly testId: string;
  readonly person: IntakePerson;
  /** Absent where the system is told at an address that is known. */
  readonly callbackUrl?: string;
  /** Absent where the system goes by our id. */
  readonly externalRef?: string;
}

const MAX_URL = 2048;
const PROFILE_URL = /\/people\/(\d{1,20})(?:[/?#]|$)/;

/** The body of `send_test`. The person is known by the id in the address of their profile, else by the e-mail address. */
export function readSendTest(body: unknown): AssessmentRequest {
  const candidate = fieldsAt(body, '/candidate');
  const email = emailsOf([candidate.email])[0];
  const id = PROFILE_URL.exec(String(idOf(candidate.greenhouse_profile_url) ?? ''))?.[1];
  const externalId = id ?? email;
  if (externalId === undefined) throw missing('/candidate/email', 'must be the e-mail address of the candidate');
  const callbackUrl = requiredUrl(body, '/url');
  return {
    testId: requiredId(body, '/partner_test_id'),
    person: present({
      externalIds: [{ system: id === undefined ? 'email' : 'greenhouse', id: externalId }],
      name: nameOf(candidate.first_name, candidate.last_name),
      emails: email === undefined ? undefined : [email],
    }),
    callbackUrl,
    externalRef: callbackUrl,
  };
}

/** The body of `assessment.start`. */
export function readAshbyStart(body: unknown): AssessmentRequest {
  const candidate = fieldsAt(body, '/candidate');
  const emails = emailsOf([candidate.email, valueAt(candidate, '/primaryEmailAddress/value')]);
  const application = idOf(valueAt(body, '/application/ashbyId')) ?? idOf(valueAt(body, '/application/ashby_id'));
  const testId = requiredId(body, '/assessment_type_id', '/assessmentTypeId');
  return {
    testId,
    person: present({
      externalIds: [
        {
          system: 'ashby',
          id: requiredId(body, '/candidate/ashby_id', '/candidate/ashbyId', '/candidate/id'),
        },
      ],
      name: nameOf(candidate.name) ?? nameOf(candidate.first_name, candidate.last_name),
      emails: emails.length === 0 ? undefined : emails,
    }),
    ...(application !== undefined && { externalRef: `${application}:${testId}` }),
  };
}

function requiredUrl(body: unknown, pointer: string): string {
  const url = valueAt(body, pointer);
  if (typeof url === 'string' && url.length <= MAX_URL && URL.canParse(url)) return url;
  throw missing(pointer, 'must be an address');
}

const missing = (pointer: string, message: string): Malformed =>
  new Malformed('validation-failed', `The request is not valid at ${pointer}: ${message}.`, [
    { pointer, code: 'is-missing', message },
  ]);
