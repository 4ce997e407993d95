/** What of a person an HR system forgot, as far as it is kept here. */
export interface Forgotten {
  /** Everything: a field was forgotten that documents may come from, or one that is not known here. */
  readonly everything: boolean;
  readonly name: boolean;
  readonly emails: boolean;
}

const NAME = new Set(['full_name', 'first_name', 'last_name', 'preferred_name']);
const EMAILS = new Set(['emails', 'email_addresses']);
/** Nothing of them is kept here. */
const NOT_KEPT = new Set([
  'current_company',
  'current_title',
  'headline',
  'tags',
  'phone_numbers',
  'addresses',
  'location',
  'source',
  'recruiter',
  'coordinator',
  'application_questions',
  'referral_questions',
  'notes',
  'rejection_notes',
  'activity_items',
  'innotes',
  'inmails',
  'rejection_reason',
  'scorecards_and_interviews',
  'offers',
  'all_offer_versions',
  'credited_to',
  'follow_up_reminders',
  'education',
  'employment',
  'touchpoints',
  'social_security_number',
]);

/**
 * Reads the list of fields that Greenhouse sends with `candidate_anonymized`. The list grows with the product, so a field
 * that is not known means that more has to go, not less.
 */
export function forgottenOf(fields: readonly string[]): Forgotten {
  const isKnown = (field: string): boolean => NAME.has(field) || EMAILS.has(field) || NOT_KEPT.has(field);
  return {
    everything: fields.length === 0 || !fields.every(isKnown),
    name: fields.some((field) => NAME.has(field)),
    emails: fields.some((field) => EMAILS.has(field)),
  };
}
