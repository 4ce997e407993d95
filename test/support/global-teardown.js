/** The last of the projects that were set up stops the stores. */
export default async function tearDown() {
  const shared = globalThis.__credenceTestStores;
  if (!shared || --shared.projects > 0) return;
  delete globalThis.__credenceTestStores;
  await (await shared.starting).stop();
}
