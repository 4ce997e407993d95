import type { IdentifierFacts, SubjectFacts } from '../facts/credential-facts.js';
import { factsOf } from '../facts/facts-of.js';
import { matchRecipient } from './match-recipient.js';

const facts = (...subjects: Partial<SubjectFacts>[]) => ({
  ...factsOf({}),
  subjects: subjects.map((subject) => ({ identifiers: [], ...subject })),
});
const email = (value: string, rest: Partial<IdentifierFacts> = {}): IdentifierFacts => ({
  type: 'emailAddress',
  value,
  hashed: value.includes('$'),
  ...rest,
});
const known = { emails: ['a@example.com', 'Ann.Lee@Example.org'], dids: ['did:example:ann'] };
const nobody = { emails: [], dids: [] };
// sha256('a@example.comKosher'), the example of the Open Badges specification.
const kosher = 'sha256$b5809d8a92f8858436d7e6b87c12ebc0ae1eac4baecc2c0b913aee2c922ef399';

const hashOfDid = 'sha256$121d73f5b36b32711e14a0785100db838f4ce1e3de5906bf3f5c8a33cfa5c704';

describe('matchRecipient', () => {
  it.each([
    ['a DID', facts({ id: 'did:example:ann' })],
    ['a DID with a fragment', facts({ id: 'did:example:ann#me' })],
    ['a mailto id in other case', facts({ id: 'mailto:ANN.lee@example.org' })],
    ['a mailto id with escapes', facts({ id: 'mailto:a%40example.com?subject=x' })],
    ['a plain address in other case', facts({ identifiers: [email('ann.lee@example.org')] })],
    ['a hash with salt', facts({ identifiers: [email(kosher, { salt: 'Kosher' })] })],
    [
      'a hash in capitals',
      facts({ identifiers: [email(`SHA256$${kosher.slice(7).toUpperCase()}`, { salt: 'Kosher' })] }),
    ],
    // md5('a@example.com'), by md5sum.
    ['an MD5 hash without salt', facts({ identifiers: [email('md5$b418773a2c51fb9777a1648346fa7394')] })],
    ['a DID as an identifier', facts({ identifiers: [email('did:example:ann', { type: 'identifier' })] })],
    [
      'the salted hash of a DID',
      // sha256('did:example:annpepper'), by sha256sum.
      facts({ identifiers: [email(hashOfDid, { type: 'identifier', salt: 'pepper' })] }),
    ],
    ['one identifier of several', facts({ id: 'did:example:other', identifiers: [email('a@example.com')] })],
    ['one subject with nobody named beside', facts({ id: 'did:example:ann' }, { id: 'urn:uuid:1' })],
  ])('matches %s', (_name, of) => {
    expect(matchRecipient(of, known).outcome).toBe('match');
  });

  it.each([
    ['another DID', facts({ id: 'did:example:bob' })],
    ['another DID as an identifier', facts({ identifiers: [email('did:example:bob', { type: 'identifier' })] })],
    ['another address', facts({ identifiers: [email('b@example.com')] })],
    ['another salt', facts({ identifiers: [email(kosher, { salt: 'kosher' })] })],
    ['a second subject who is someone else', facts({ id: 'did:example:ann' }, { id: 'did:example:bob' })],
  ])('mismatches %s', (_name, of) => {
    expect(matchRecipient(of, known).outcome).toBe('mismatch');
  });

  it.each([
    ['nothing is known of the candidate', facts({ id: 'did:example:ann' }), nobody],
    ['only e-mails are known and the subject is a DID', facts({ id: 'did:example:ann' }), { ...known, dids: [] }],
    ['the subject has no name', facts({}), known],
    ['the subject id is neither DID nor address', facts({ id: 'urn:uuid:1' }), known],
    [
      'the identifier is of another kind',
      facts({ identifiers: [email('a@example.com', { type: 'sourcedId' })] }),
      known,
    ],
    ['the hash is of an unknown kind', facts({ identifiers: [email('sha1$00', { hashed: true })] }), known],
    [
      'the identifier is a web page',
      facts({ identifiers: [email('https://ann.example/', { type: 'identifier' })] }),
      known,
    ],
    ['the hash may be that of a web page', facts({ identifiers: [email(hashOfDid, { type: 'identifier' })] }), known],
    ['there is no subject', facts(), known],
  ])('does not check when %s', (_name, of, who) => {
    const fact = matchRecipient(of, who);
    expect(fact.outcome).toBe('not_checked');
    expect(fact.detail).not.toBe('');
  });
});
