import { existsSync, readFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import type { Answer, Expectation } from './expectations.js';
import type { ServedDocuments } from './served-documents.js';

/** The service under test, reached over HTTP only. */
export interface ServiceUnderTest {
  call(
    method: string,
    path: string,
    options?: { body?: unknown; headers?: Record<string, string> },
  ): Promise<{ status: number; body: unknown }>;
  /** Resolves when nothing is owed any more. */
  settle(): Promise<void>;
}

const contentTypes: Record<string, string> = {
  '.json': 'application/json',
  '.jsonld': 'application/ld+json',
  '.jwt': 'application/jwt',
  '.txt': 'text/plain',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
};

interface Credential {
  id: string;
  code: string;
  verdict: string | null;
  reasons: string[];
  format: string | null;
}

/** Hands in every document and reads what became of it. */
export async function submitFixtures(
  folder: string,
  expectations: readonly Expectation[],
  served: ServedDocuments,
  service: ServiceUnderTest,
): Promise<Map<string, Answer>> {
  const candidate = await service.call('POST', '/v1/candidates', {
    body: { externalIds: [{ system: 'conformance', id: '1' }], emails: addressesIn(folder) },
  });
  const { id: candidateId } = candidate.body as Credential;
  const submit = async (file: string): Promise<string | Answer> => {
    const { status, body } = await service.call('POST', `/v1/candidates/${candidateId}/credentials`, {
      body: readFileSync(join(folder, file)),
      headers: { 'content-type': contentTypes[extname(file)] ?? 'application/octet-stream' },
    });
    const { id, code } = body as Credential;
    return status < 300 ? id : { kind: 'refused', code };
  };
  const read = async (id: string | Answer): Promise<Answer> => {
    if (typeof id !== 'string') return id;
    const { verdict, reasons, format } = (await service.call('GET', `/v1/credentials/${id}`)).body as Credential;
    return { kind: 'verdict', verdict, reasons, format };
  };
  const answers = new Map<string, Answer>();
  const files = expectations.map(({ file }) => file).filter((file) => existsSync(join(folder, file)));
  const ids = new Map<string, string | Answer>();
  for (const file of files.filter((it) => !served.isHosted(it))) ids.set(file, await submit(file));
  await service.settle();
  for (const [file, id] of ids) answers.set(file, await read(id));
  // Several share one address; each is checked while it is the one that is served there.
  for (const file of files.filter((it) => served.isHosted(it))) {
    served.serve(file);
    const id = await submit(file);
    await service.settle();
    answers.set(file, await read(id));
  }
  return answers;
}

/** The recipients are those whose addresses the folder's README names. */
function addressesIn(folder: string): string[] {
  const readme = join(folder, 'README.md');
  const text = existsSync(readme) ? readFileSync(readme, 'utf8') : '';
  return [...new Set(text.match(/[\w.]+@[\w-]+\.(?:org|com|edu|net)\b/g) ?? [])].slice(0, 20);
}
