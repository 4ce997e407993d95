import { createHash } from 'node:crypto';
import { credentialReportOf, type ReportedCredential } from './credential-report.js';
import { reportPage, reportPagePolicy } from './report-page.js';

const at = new Date('2026-06-01T12:00:00Z');

const found = {
  outcome: 'fetched',
  sha256: 'cd'.repeat(32),
  mediaType: 'application/pdf',
  size: 3,
  reason: null,
  detail: null,
  attempts: 1,
  lookedAt: at,
} as const;

function aCredential(overrides: Partial<ReportedCredential> = {}): ReportedCredential {
  return {
    id: '0198c5a2-6f3e-7cc1-9a52-0d6f4be1a001',
    candidateId: '0198c5a2-6f3e-7cc1-9a52-0d6f4be1a002',
    sha256: 'ab'.repeat(32),
    fileName: 'badge.json',
    submittedAt: at,
    format: 'openbadges-3',
    verdict: 'unverifiable',
    reason: 'status_unavailable',
    reasons: ['status_unavailable'],
    checks: [
      { id: 'status', outcome: 'unknown', code: 'unreachable', detail: 'no answer', checkedAt: at, durationMs: 12.5 },
    ],
    recipient: { outcome: 'match', detail: 'the address is the candidate’s' },
    rulesVersion: '1',
    verifiedAt: at,
    nextCheckAt: new Date('2026-06-01T12:01:00Z'),
    durationMs: 14,
    evidence: [],
    ...overrides,
  };
}

describe('credentialReportOf', () => {
  it('says why in a sentence, and when what could not be told is tried again', () => {
    const report = credentialReportOf(aCredential());
    expect(report.explanation).toEqual(['Whether it was taken back could not be found out.']);
    expect(report.outlook).toBe('It will be tried again at 2026-06-01T12:01:00.000Z.');
    expect(report.checks[0]).toMatchObject({ asks: 'Did the issuer take it back?', durationMs: 12.5 });
  });

  it('has a sentence for what was not checked yet', () => {
    const report = credentialReportOf(aCredential({ verdict: null, reason: null, reasons: null, checks: null }));
    expect(report.outlook).toMatch(/not been checked yet/);
  });
});

describe('reportPage', () => {
  it('lets no text of a stranger become markup or turn the words beside it', () => {
    const hostile = `"><script>alert(1)</script><img src=x onerror=alert(1)>&\u202egnp.`;
    const page = reportPage(
      credentialReportOf(
        aCredential({
          fileName: hostile,
          format: hostile,
          reason: hostile,
          checks: [{ id: hostile, outcome: hostile, code: hostile, detail: hostile, subject: hostile, checkedAt: at }],
          recipient: { outcome: hostile, detail: hostile },
          rulesVersion: hostile,
          evidence: [
            {
              id: hostile,
              name: hostile,
              link: {
                outcome: 'dead',
                sha256: null,
                mediaType: null,
                size: null,
                reason: hostile,
                detail: hostile,
                attempts: 1,
                lookedAt: at,
              },
            },
            { id: hostile, link: { ...found, mediaType: hostile } },
          ],
        }),
      ),
    );
    expect(page).not.toMatch(/<(script|img)/);
    expect(page).not.toContain('\u202e');
    // Twelve of verdict, recipient, check and document, and five of evidence: two ids, one name, a reason told, a media type.
    expect(page.match(/&lt;script&gt;/g)?.length).toBe(17);
  });

  it('loads nothing: its only style is the one that its policy names by hash', () => {
    const page = reportPage(credentialReportOf(aCredential()));
    const styles = [...page.matchAll(/<style>([^]*?)<\/style>/g)].map(([, text]) => text ?? '');
    expect(styles).toHaveLength(1);
    const hash = createHash('sha256')
      .update(styles[0] ?? '')
      .digest('base64');
    expect(reportPagePolicy).toContain(`style-src 'sha256-${hash}'`);
    expect(page).not.toMatch(/\b(src|href|style|on\w+)=|url\(|@import/i);
  });
});
