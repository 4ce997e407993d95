import 'reflect-metadata';
import { PinnedDocumentsError } from '../platform/egress/index.js';
import { exitCodeOf } from './exit-code.js';
import { reportText } from './report-text.js';
import { verifyFile } from './verify-file.js';
import { readVerifyOptions, usage, UsageError } from './verify-options.js';

const words = process.argv.slice(2);

if (words.length === 0 || words.includes('--help')) {
  process.stdout.write(usage);
  process.exitCode = words.length === 0 ? 64 : 0;
} else {
  try {
    const options = readVerifyOptions(words);
    const report = await verifyFile(options);
    process.stdout.write(options.json ? `${JSON.stringify(report, null, 2)}\n` : reportText(report));
    process.exitCode = exitCodeOf(report);
  } catch (error) {
    process.exitCode = complain(error);
  }
}

function complain(error: unknown): number {
  if (error instanceof UsageError) {
    process.stderr.write(`${error.message}\n\n${usage}`);
    return 64;
  }
  const { code, message, stack } = error as NodeJS.ErrnoException;
  const isFile = error instanceof PinnedDocumentsError || ['ENOENT', 'EACCES', 'EISDIR'].includes(code ?? '');
  process.stderr.write(`${isFile ? message : (stack ?? message)}\n`);
  return isFile ? 66 : 70;
}
