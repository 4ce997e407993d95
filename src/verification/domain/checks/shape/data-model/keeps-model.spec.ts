import type { JsonObject } from '../../../json.js';
import { aBadge, aSubject } from '../../../testing/badge.js';
import { generatedDocument } from '../../../testing/fuzz/generated-documents.js';
import { mutated } from '../../../testing/fuzz/mutated.js';
import { Random } from '../../../testing/fuzz/random.js';
import { faultsOfClass, schemaCompiler } from '../json-schema-faults.js';
import { ModelLook } from './keeps-model.js';
import { type ClassName, openBadges3Model } from './open-badges-3.model.js';
import { schemaOfModel } from './schemas-of-model.js';

const documents = Number(process.env.FUZZ_DOCUMENTS ?? 3_000);
const seed = Number(process.env.FUZZ_SEED ?? Date.now() % 2 ** 31);
jest.setTimeout(60_000 + documents * 10);

const look = new ModelLook(openBadges3Model);
const compiler = schemaCompiler('first')
  .addSchema(schemaOfModel(openBadges3Model, 'must'))
  .addSchema(schemaOfModel(openBadges3Model, 'should'));
const [must, should] = ['must', 'should'].map((measure) =>
  compiler.compile({ $ref: `${measure}#/definitions/AchievementCredential` }),
);

function faultsBySchema(document: JsonObject): number {
  if (!must || !should) throw new Error('both measures are compiled');
  return faultsOfClass({ must, should }, document, '').length;
}

describe('ModelLook', () => {
  it('sees at once that a common badge keeps the model', () => {
    const badge = aBadge('did:example:school');
    expect([look.keeps('AchievementCredential', badge), faultsBySchema(badge)]).toEqual([true, 0]);
  });

  it.each<[string, ClassName, JsonObject]>([
    ['an achievement without a name', 'Achievement', { id: 'urn:a:1', description: 'x', criteria: {} }],
    ['an address that is no URI', 'Alignment', { targetName: 'x', targetUrl: 'not a uri' }],
    ['an empty text', 'Evidence', { name: '' }],
    ['a list where one is meant', 'Criteria', { narrative: ['a', 'b'] }],
    ['null', 'Criteria', { narrative: null }],
    ['an id where the object is meant', 'AchievementSubject', { achievement: 'urn:a:1' }],
    ['a fault deep inside', 'AchievementSubject', { result: [{ value: 'x' }, { value: 7 }] }],
    ['a date without a zone', 'AchievementSubject', { activityStartDate: '2026-01-01T00:00:00' }],
    ['a truth written as text', 'IdentityObject', { hashed: 'true', identityHash: 'x', identityType: 'name' }],
  ])('does not take %s', (_name, name, object) => {
    expect(look.keeps(name, object)).toBe(false);
  });

  it('never takes what the schemas speak against', () => {
    const random = new Random(seed);
    const count = { taken: 0, left: 0 };
    for (let made = 0; made < documents; made += 1) {
      const whole = random.chance(2) ? generatedDocument(random) : aBadge('did:example:school', aRichSubject);
      const document = random.chance(5) ? whole : mutated(whole, random);
      const isTaken = look.keeps('AchievementCredential', document);
      count[isTaken ? 'taken' : 'left'] += 1;
      if (isTaken && faultsBySchema(document) > 0)
        throw new Error(`taken against the schemas (seed ${seed}): ${JSON.stringify(document)}`);
    }
    expect(count.taken).toBeGreaterThan(documents / 50);
    expect(count.left).toBeGreaterThan(documents / 50);
  });
});

const aRichSubject: JsonObject = {
  evidence: [{ id: 'https://school.example/work/1', type: ['Evidence'], name: 'Weld', genre: 'Photo' }],
  credentialSubject: aSubject({
    identifier: [{ type: 'IdentityObject', hashed: true, identityHash: 'sha256$00', identityType: 'emailAddress' }],
    result: [{ type: ['Result'], value: '7', resultDescription: 'urn:x:1' }],
    creditsEarned: 3,
    activityStartDate: '2026-01-01T00:00:00Z',
  }),
};
