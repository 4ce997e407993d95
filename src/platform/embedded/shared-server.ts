import { join } from 'node:path';
import { withFolderLock } from './folder-lock.js';
import { joinUsers, livingUsers } from './users-registry.js';

export interface RunningStore {
  url: string;
  /** What runs and where, for a person; no secret. */
  description: string;
  /** True when the server ran already, left by a process that died or shared with one that lives. */
  adopted: boolean;
}

/** How one kind of server is started in its folder. Both calls happen under the folder's lock. */
export interface ServerKeeper {
  name: string;
  /** Private to the store: holds lock, users and data. */
  folder: string;
  /** Finds the folder's running server or starts one. */
  open(): Promise<RunningStore>;
  /** Stops whatever server runs in the folder now, which need not be the one that `open` saw. */
  close(): Promise<void>;
}

export interface SharedServer extends RunningStore {
  /** Leaves; the last living user stops the server. */
  stop(): Promise<void>;
}

/** Joins the users of a folder's server, starting it when needed. Any number of processes may share one folder. */
export async function joinServer(keeper: ServerKeeper, log: (line: string) => void): Promise<SharedServer> {
  const lock = join(keeper.folder, 'lock');
  const users = join(keeper.folder, 'users');

  return withFolderLock(lock, async () => {
    const user = joinUsers(users);
    const leave = async () => {
      user.leave();
      const others = livingUsers(users);
      if (others.length === 0) await keeper.close();
      else log(`${keeper.name} keeps running for process ${[...new Set(others)].join(', ')}`);
    };
    try {
      const running = await keeper.open();
      let leaving: Promise<void> | undefined;
      return { ...running, stop: () => (leaving ??= withFolderLock(lock, leave)) };
    } catch (error) {
      // What runs now may have been started for nobody but us; the reason to tell is the first one.
      await leave().catch(() => undefined);
      throw error;
    }
  });
}
