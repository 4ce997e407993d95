const skills = ['Welding', 'Payroll', 'Forklift driving', 'Budgeting', 'SQL', 'Triage', 'Soldering', 'Auditing'];

const skillAt = (at: number): string => skills[at % skills.length] ?? '';

/** What varies between the credentials of a benchmark. */
export interface CredentialPlan {
  readonly issuer: string;
  /** `rich` has evidence, results and their descriptions; `declined` has a text with a language. */
  readonly kind: 'typical' | 'rich' | 'declined';
  readonly furtherContexts?: readonly string[];
}

/** An unsigned Open Badges 3.0 credential of about 2 kB (rich: 3 kB); no two numbers give the same. */
export function credentialAt(
  at: number,
  { issuer, kind, furtherContexts = [] }: CredentialPlan,
): Record<string, unknown> {
  return {
    '@context': [
      'https://www.w3.org/ns/credentials/v2',
      'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json',
      ...furtherContexts,
    ],
    id: `https://issuer.example/credentials/${at}`,
    type: ['VerifiableCredential', 'OpenBadgeCredential'],
    issuer: { id: issuer, type: ['Profile'], name: `Training centre ${at % 20}`, url: 'https://issuer.example' },
    validFrom: `2025-0${1 + (at % 9)}-1${at % 10}T08:00:00Z`,
    name: `Badge ${at}`,
    ...(kind === 'declined' && { description: { '@value': `Abzeichen ${at}`, '@language': 'de' } }),
    ...(kind === 'rich' && {
      evidence: [0, 1, 2].map((part) => ({
        id: `https://issuer.example/evidence/${at}/${part}`,
        type: ['Evidence'],
        name: `Work sample ${part}`,
        narrative: `Sample ${part} of ${at}, looked at by two people.`,
      })),
    }),
    credentialSubject: {
      id: `did:example:holder-${at}`,
      type: ['AchievementSubject'],
      ...(kind === 'rich' && {
        result: [0, 1, 2, 3].map((part) => ({
          type: ['Result'],
          resultDescription: `urn:uuid:${part}-${at}`,
          value: String(50 + ((at + part) % 50)),
        })),
      }),
      achievement: {
        id: `https://issuer.example/achievements/${at % 50}`,
        type: ['Achievement'],
        name: `${skillAt(at)} “in practice” ${at % 50}`,
        description: `Shown in ${skillAt(at)} and ${skillAt(at * 3 + 1)}, attempt ${at}.`,
        criteria: { narrative: `Does **${2 + (at % 5)}** assessed tasks\nand scores ${60 + (at % 30)} percent.` },
        ...(kind === 'rich' && {
          resultDescription: [0, 1, 2, 3].map((part) => ({
            id: `urn:uuid:${part}-${at}`,
            type: ['ResultDescription'],
            name: `Part ${part}`,
            resultType: 'Percent',
          })),
        }),
        alignment: [0, 1, 2, 3, 4].map((part) => ({
          type: ['Alignment'],
          targetName: skillAt(at + part * 3),
          targetFramework: 'ESCO',
          targetType: 'CFItem',
          targetCode: `S${(at * 31 + part) % 13_000}`,
          targetUrl: `https://skills.example/skill/${(at * 31 + part) % 13_000}`,
        })),
      },
    },
  };
}
