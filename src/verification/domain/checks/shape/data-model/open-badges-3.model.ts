/**
 * What a property holds. `uri`, `text` and so on are primitive; the rest are classes of the model. `thing` is an object
 * that other checks look into, or that is free in form.
 */
export type Kind = 'uri' | 'text' | 'number' | 'boolean' | 'dateTime' | 'token' | 'thing' | ClassName;

export interface Property {
  kind: Kind;
  /** Several may stand here, as a list; one may stand by itself. */
  isMany?: boolean;
  isRequired?: boolean;
  /** Instead of the object its id may stand here. */
  isReference?: boolean;
}

export type ClassName =
  | 'AchievementCredential'
  | 'EndorsementCredential'
  | 'ClrCredential'
  | 'AchievementSubject'
  | 'EndorsementSubject'
  | 'ClrSubject'
  | 'Achievement'
  | 'Address'
  | 'Alignment'
  | 'Association'
  | 'Criteria'
  | 'Evidence'
  | 'IdentifierEntry'
  | 'IdentityObject'
  | 'Image'
  | 'Profile'
  | 'Related'
  | 'Result'
  | 'ResultDescription'
  | 'RubricCriterionLevel';

export type Properties = Readonly<Record<string, Property>>;

const one = (kind: Kind): Property => ({ kind });
const must = (kind: Kind): Property => ({ kind, isRequired: true });
const many = (kind: Kind): Property => ({ kind, isMany: true });
const reference = (kind: Kind): Property => ({ kind, isReference: true });

const endorsed: Properties = { endorsement: many('thing'), endorsementJwt: many('token') };
const described: Properties = { name: one('text'), description: one('text') };

const credential: Properties = {
  ...described,
  id: must('uri'),
  issuer: { kind: 'Profile', isRequired: true, isReference: true },
  awardedDate: one('dateTime'),
  credentialSchema: many('thing'),
  credentialStatus: many('thing'),
  refreshService: many('thing'),
  termsOfUse: many('thing'),
};

/**
 * The classes of Open Badges 3.0 and of the Comprehensive Learner Record 2.0 with their properties. Types, contexts and
 * the dates of a credential have rules of their own.
 *
 * @see https://www.imsglobal.org/spec/ob/v3p0#data-models
 * @see https://www.imsglobal.org/spec/clr/v2p0
 */
export const openBadges3Model: Readonly<Record<ClassName, Properties>> = {
  AchievementCredential: {
    ...credential,
    ...endorsed,
    image: reference('Image'),
    evidence: many('Evidence'),
    credentialSubject: { kind: 'AchievementSubject', isRequired: true, isMany: true },
  },
  EndorsementCredential: {
    ...credential,
    name: must('text'),
    credentialSubject: { kind: 'EndorsementSubject', isRequired: true, isMany: true },
  },
  ClrCredential: {
    ...credential,
    ...endorsed,
    name: must('text'),
    partial: one('boolean'),
    image: reference('Image'),
    evidence: many('Evidence'),
    credentialSubject: { kind: 'ClrSubject', isRequired: true, isMany: true },
  },
  AchievementSubject: {
    id: one('uri'),
    // That something was achieved is a check of its own.
    achievement: one('Achievement'),
    activityStartDate: one('dateTime'),
    activityEndDate: one('dateTime'),
    creditsEarned: one('number'),
    identifier: many('IdentityObject'),
    image: reference('Image'),
    licenseNumber: one('text'),
    narrative: one('text'),
    result: many('Result'),
    role: one('text'),
    source: reference('Profile'),
    term: one('text'),
  },
  EndorsementSubject: { id: must('uri'), endorsementComment: one('text') },
  ClrSubject: {
    id: one('uri'),
    identifier: many('IdentityObject'),
    achievement: many('Achievement'),
    association: many('Association'),
    verifiableCredential: { kind: 'thing', isMany: true, isRequired: true, isReference: true },
  },
  Achievement: {
    ...endorsed,
    id: must('uri'),
    name: must('text'),
    description: must('text'),
    criteria: must('Criteria'),
    achievementType: one('text'),
    alignment: many('Alignment'),
    creator: reference('Profile'),
    creditsAvailable: one('number'),
    fieldOfStudy: one('text'),
    humanCode: one('text'),
    image: reference('Image'),
    inLanguage: one('text'),
    otherIdentifier: many('IdentifierEntry'),
    related: many('Related'),
    resultDescription: many('ResultDescription'),
    specialization: one('text'),
    tag: many('text'),
    version: one('text'),
  },
  Address: {
    addressCountry: one('text'),
    addressCountryCode: one('text'),
    addressLocality: one('text'),
    addressRegion: one('text'),
    geo: one('thing'),
    postOfficeBoxNumber: one('text'),
    postalCode: one('text'),
    streetAddress: one('text'),
  },
  Alignment: {
    targetName: must('text'),
    targetUrl: must('uri'),
    targetCode: one('text'),
    targetDescription: one('text'),
    targetFramework: one('text'),
    targetType: one('text'),
  },
  Association: { associationType: must('text'), sourceId: must('uri'), targetId: must('uri') },
  Criteria: { id: one('uri'), narrative: one('text') },
  Evidence: {
    ...described,
    id: one('uri'),
    narrative: one('text'),
    genre: one('text'),
    audience: one('text'),
  },
  IdentifierEntry: { identifier: must('text'), identifierType: must('text') },
  IdentityObject: {
    hashed: must('boolean'),
    identityHash: must('text'),
    identityType: must('text'),
    salt: one('text'),
  },
  Image: { id: must('uri'), caption: one('text') },
  Profile: {
    ...described,
    ...endorsed,
    id: must('uri'),
    url: one('uri'),
    phone: one('text'),
    email: one('text'),
    image: reference('Image'),
    address: one('Address'),
    otherIdentifier: many('IdentifierEntry'),
    official: one('text'),
    parentOrg: reference('Profile'),
    familyName: one('text'),
    givenName: one('text'),
    dateOfBirth: one('text'),
  },
  Related: { id: must('uri'), inLanguage: one('text'), version: one('text') },
  Result: {
    achievedLevel: one('uri'),
    alignment: many('Alignment'),
    resultDescription: one('uri'),
    status: one('text'),
    value: one('text'),
  },
  ResultDescription: {
    id: must('uri'),
    name: must('text'),
    resultType: must('text'),
    alignment: many('Alignment'),
    allowedValue: many('text'),
    requiredLevel: one('uri'),
    requiredValue: one('text'),
    rubricCriterionLevel: many('RubricCriterionLevel'),
    valueMax: one('text'),
    valueMin: one('text'),
  },
  RubricCriterionLevel: {
    ...described,
    id: must('uri'),
    name: must('text'),
    alignment: many('Alignment'),
    level: one('text'),
    points: one('text'),
  },
};
