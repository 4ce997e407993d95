import type { JsonObject } from '../../json.js';
import type { CredentialFormat } from '../../reading/read-result.js';
import { aBadge, aSubject } from '../../testing/badge.js';
import { dataModelRule } from './data-model.rule.js';

const id = 'did:example:school';
const clrContext = 'https://purl.imsglobal.org/spec/clr/v2p0/context-2.0.1.json';

/** The badge as real issuers write it, with most of what the data model has. */
const full = aBadge(id, {
  issuer: {
    id,
    type: ['Profile'],
    name: 'School',
    url: 'https://school.example/',
    image: { id: 'https://school.example/logo.png', type: 'Image' },
    address: { type: ['Address'], addressLocality: 'Bern' },
    parentOrg: 'did:example:university',
  },
  image: { id: 'data:image/png;base64,AA==', type: 'Image', caption: 'A helmet' },
  evidence: [{ type: ['Evidence'], id: 'https://school.example/work/1', name: 'Weld', genre: 'Photo' }],
  awardedDate: '2026-01-01T00:00:00Z',
});

function achieved(overrides: JsonObject): JsonObject {
  const { achievement } = aSubject() as { achievement: JsonObject };
  return aBadge(id, { credentialSubject: aSubject({ achievement: { ...achievement, ...overrides } }) });
}

function clr(overrides: JsonObject = {}): JsonObject {
  return aBadge(id, {
    '@context': ['https://www.w3.org/ns/credentials/v2', clrContext],
    type: ['VerifiableCredential', 'ClrCredential'],
    credentialSubject: {
      id,
      type: ['ClrSubject'],
      verifiableCredential: [aBadge(id)],
      association: [
        { type: 'Association', associationType: 'isChildOf', sourceId: 'urn:example:a', targetId: 'urn:example:b' },
      ],
      ...overrides,
    },
  });
}

function endorsement(subject: JsonObject): JsonObject {
  return aBadge(id, { credentialSubject: { type: 'EndorsementSubject', ...subject } });
}

function said(credential: JsonObject, format: CredentialFormat = 'openbadges-3'): string[] {
  const faults = dataModelRule({ credential, format, dataModel: '2.0', isSecured: true });
  return faults.map(({ isMinor, detail }) => `${isMinor === true ? 'remark' : 'fault'}: ${detail}`);
}

describe('dataModelRule', () => {
  it.each<[string, JsonObject, CredentialFormat]>([
    ['a badge', aBadge(id), 'openbadges-3'],
    ['a badge with most of the data model', full, 'openbadges-3'],
    [
      'a badge whose lists of one are written as single values',
      achieved({ tag: 'x', alignment: align() }),
      'openbadges-3',
    ],
    ['a badge whose creator is an id', achieved({ creator: 'https://school.example/' }), 'openbadges-3'],
    ['texts with a language', achieved({ name: { '@value': 'Schweissen', '@language': 'de' } }), 'openbadges-3'],
    ['properties that the model does not know', achieved({ 'ext:hours': 40 }), 'openbadges-3'],
    ['a learner record', clr(), 'clr-2'],
    ['a learner record that holds one credential', clr({ verifiableCredential: aBadge(id) }), 'clr-2'],
    ['an endorsement', endorsement({ id: 'urn:example:a', endorsementComment: 'Good.' }), 'endorsement'],
  ])('has nothing against %s', (_name, credential, format) => {
    expect(said(credential, format)).toEqual([]);
  });

  it.each<[string, JsonObject, CredentialFormat, string]>([
    ['an alignment that is a number', achieved({ alignment: 7 }), 'openbadges-3', 'alignment'],
    [
      'an alignment with a list as its address',
      achieved({ alignment: align({ targetUrl: [[]] }) }),
      'openbadges-3',
      'alignment/targetUrl/0',
    ],
    ['criteria that are true', achieved({ criteria: true }), 'openbadges-3', 'criteria'],
    ['credits that are an object', achieved({ creditsAvailable: {} }), 'openbadges-3', 'creditsAvailable'],
    [
      'a level whose name is false',
      achieved({ resultDescription: level({ name: false }) }),
      'openbadges-3',
      'resultDescription/rubricCriterionLevel/name',
    ],
    ['an association that is a number', clr({ association: [3] }), 'clr-2', 'association/0'],
    [
      'a comment that is true',
      endorsement({ id: 'urn:a:1', endorsementComment: true }),
      'endorsement',
      'endorsementComment',
    ],
  ])('faults %s', (_name, credential, format, place) => {
    const [first, ...others] = said(credential, format);
    expect(first).toMatch(new RegExp(`^fault: /credentialSubject.*/${place} must be of the type`));
    expect(others).toEqual([]);
  });

  it.each<[string, JsonObject, CredentialFormat, string]>([
    [
      'an alignment without address',
      achieved({ alignment: { targetName: 'x' } }),
      'openbadges-3',
      'alignment/targetUrl is missing',
    ],
    [
      'an address that is none',
      achieved({ alignment: align({ targetUrl: 'welding' }) }),
      'openbadges-3',
      'alignment/targetUrl is not one absolute URL',
    ],
    [
      'credits written as a text',
      achieved({ creditsAvailable: '3' }),
      'openbadges-3',
      'creditsAvailable must be of the type number',
    ],
    [
      'a date without zone',
      aBadge(id, { awardedDate: '2026-01-01' }),
      'openbadges-3',
      'awardedDate is no date with time and zone',
    ],
    [
      'criteria that are an address',
      achieved({ criteria: 'https://school.example/' }),
      'openbadges-3',
      'criteria must be of the type object',
    ],
    [
      'two names of an achievement’s field',
      achieved({ creator: [id, id] }),
      'openbadges-3',
      'creator must be of the type object',
    ],
    [
      'an association without target',
      clr({ association: { associationType: 'isPartOf', sourceId: 'urn:a:1' } }),
      'clr-2',
      'association/targetId is missing',
    ],
    [
      'a learner record with nothing in it',
      clr({ verifiableCredential: undefined }),
      'clr-2',
      'verifiableCredential is missing',
    ],
    ['an endorsement of nobody', endorsement({}), 'endorsement', 'id is missing'],
  ])('remarks on %s', (_name, credential, format, saying) => {
    const [first] = said(credential, format);
    expect(first).toMatch(new RegExp(`^remark: /.*${saying}$`));
  });

  it('does not hold the words of another context against this data model', () => {
    const credential = { ...achieved({ alignment: 7 }), '@context': ['https://www.w3.org/ns/credentials/v2'] };
    expect(said(credential)).toEqual([]);
  });

  it('says one thing of a list of many faults, at once', () => {
    const credential = clr({ achievement: Array<unknown>(100_000).fill(1) });
    const before = process.cpuUsage();
    expect(said(credential, 'clr-2')).toEqual([expect.stringMatching(/^fault: .*\/achievement\/0 must be/)]);
    expect(process.cpuUsage(before).user / 1000).toBeLessThan(500);
  });
});

function align(overrides: JsonObject = {}): JsonObject {
  return { type: ['Alignment'], targetName: 'welding', targetUrl: 'https://skills.example/welding', ...overrides };
}

function level(overrides: JsonObject): JsonObject {
  return {
    id: 'urn:example:r',
    type: ['ResultDescription'],
    name: 'Level',
    resultType: 'RubricCriterionLevel',
    rubricCriterionLevel: { id: 'urn:example:l', type: ['RubricCriterionLevel'], name: 'Three', ...overrides },
  };
}
