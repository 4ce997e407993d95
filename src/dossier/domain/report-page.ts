import { createHash } from 'node:crypto';
import type { CredentialReport, ReportedCheck } from './credential-report.js';
import type { ShownEvidence } from './stated-evidence.js';
import { escaped } from './escaped.js';

const style = `
:root { color-scheme: light dark; font: 16px/1.5 system-ui, sans-serif; }
body { max-width: 60rem; margin: 2rem auto; padding: 0 1rem; }
h1 { font-size: 1.5rem; } h2 { font-size: 1.15rem; margin-top: 2rem; }
.verdict { border-left: .5rem solid #888; padding: .25rem 1rem; }
.verified { border-color: #1a7f37; } .failed { border-color: #b42318; } .unverifiable { border-color: #b54708; }
dl { display: grid; grid-template-columns: max-content 1fr; gap: .25rem 1rem; } dt { font-weight: 600; } dd { margin: 0; }
table { border-collapse: collapse; width: 100%; } caption { text-align: left; }
th, td { text-align: left; vertical-align: top; padding: .4rem .6rem; border-bottom: 1px solid #8888; }
td, dd { overflow-wrap: anywhere; } .code { font-family: ui-monospace, monospace; font-size: .85em; }
@media print { body { margin: 0; max-width: none; } tr, .verdict { break-inside: avoid; } thead { display: table-header-group; } }
`;

/** The page loads nothing and runs nothing; its one style sheet is known by its hash. */
export const reportPagePolicy = [
  "default-src 'none'",
  `style-src 'sha256-${createHash('sha256').update(style).digest('base64')}'`,
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

const verdictTitles: Readonly<Record<string, string>> = {
  verified: 'Verified',
  failed: 'Shown to be wrong',
  unverifiable: 'Cannot be told now',
  unsupported: 'Not supported',
};

const outcomeTitles: Readonly<Record<string, string>> = {
  pass: 'passed',
  fail: 'failed',
  warning: 'worth a look',
  unknown: 'could not be checked',
  skipped: 'not needed',
};

const recipientTitles: Readonly<Record<string, string>> = {
  match: 'It belongs to this candidate',
  mismatch: 'It belongs to somebody else',
  not_checked: 'Whether it belongs to this candidate is not shown',
};

/** The report as one page to read or print, without script, links or anything to load. */
export function reportPage(report: CredentialReport): string {
  const { verdict, explanation, outlook, recipient, checks } = report;
  const title = verdict === null ? 'Not checked yet' : (verdictTitles[verdict] ?? verdict);
  return `<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>Credential: ${plain(title)}</title><style>${style}</style></head>
<body>
<h1>Verification of a credential</h1>
<div class="verdict ${/^[a-z]+$/.test(verdict ?? '') ? verdict : ''}">
<p><strong>${plain(title)}</strong>${report.reason === null ? '' : ` <span class="code">${escaped(report.reason)}</span>`}</p>
${explanation.map((sentence) => `<p>${escaped(sentence)}</p>`).join('\n')}
<p>${escaped(outlook)}</p>
</div>
<h2>Whose it is</h2>
<p>${recipient === null ? 'Not checked yet.' : `${escaped(recipientTitles[recipient.outcome] ?? recipient.outcome)}: ${escaped(recipient.detail)}.`}</p>
<h2>What was checked</h2>
<table>
<thead><tr><th scope="col">Question</th><th scope="col">Answer</th><th scope="col">What was found</th><th scope="col">Time</th></tr></thead>
<tbody>
${checks.map(rowOf).join('\n')}
</tbody>
</table>
<h2>Evidence</h2>
${evidenceOf(report)}
<h2>The document</h2>
<dl>${detailsOf(report)}</dl>
</body>
</html>
`;
}

function rowOf({ id, asks, outcome, code, detail, subject, durationMs }: ReportedCheck): string {
  const about = subject === undefined ? '' : `<br><span class="code">${escaped(subject)}</span>`;
  return `<tr><th scope="row">${escaped(asks ?? id)}${about}</th><td>${escaped(outcomeTitles[outcome] ?? outcome)}</td>
<td>${escaped(detail)}<br><span class="code">${escaped(`${id}: ${code}`)}</span></td>
<td>${durationMs === undefined ? '' : `${escaped(String(durationMs))} ms`}</td></tr>`;
}

const longestLink = 200;

function evidenceOf({ evidence }: CredentialReport): string {
  if (evidence.length === 0) return '<p>The issuer attached none.</p>';
  const items = evidence.map(({ id, name, link }) => {
    const place = id === undefined ? '' : `<br><span class="code">${escaped(id.slice(0, longestLink))}</span>`;
    return `<dt>${escaped(name ?? 'Evidence')}${place}</dt><dd>${escaped(foundAt(link))}</dd>`;
  });
  return `<dl>${items.join('\n')}</dl>`;
}

function foundAt(link: ShownEvidence['link']): string {
  if (link === null) return 'Not looked at.';
  const when = link.lookedAt.toISOString();
  if (link.outcome === 'fetched')
    return `Found at ${when}: ${link.mediaType ?? ''}, ${link.size ?? 0} bytes, SHA-256 ${link.sha256 ?? ''}.`;
  return `${evidenceTitles[link.outcome]} at ${when}: ${link.detail ?? link.reason ?? ''}.`;
}

const evidenceTitles = {
  dead: 'Nothing was there',
  unreachable: 'Could not be reached',
  not_fetched: 'Not fetched',
} as const;

function detailsOf(report: CredentialReport): string {
  const details: [string, string | null | undefined][] = [
    ['Credential', report.credentialId],
    ['Candidate', report.candidateId],
    ['File', report.fileName],
    ['Format', report.format],
    ['SHA-256', report.sha256],
    ['Received', report.submittedAt.toISOString()],
    ['Checked', report.verifiedAt?.toISOString()],
    ['Took', report.durationMs === null ? null : `${report.durationMs} ms`],
    ['Rules', report.rulesVersion],
  ];
  return details
    .flatMap(([name, value]) =>
      value === null || value === undefined ? [] : [`<dt>${plain(name)}</dt><dd>${escaped(value)}</dd>`],
    )
    .join('\n');
}

/** A word of our own where no element may stand. */
const plain = (text: string): string => text.replace(/[^\w -]/g, '');
