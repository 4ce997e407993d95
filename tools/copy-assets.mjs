// The compiler copies no data files; the ones that the service reads at run time go beside the code that reads them.
import { cpSync, existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

const ASSET = /\.(csv|json|html|wasm)$/;

function copyAssets(folder) {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) copyAssets(path);
    else if (ASSET.test(entry.name)) cpSync(path, join('dist', path));
  }
}

for (const folder of ['src', 'demo']) if (existsSync(folder)) copyAssets(folder);
