import { flipFuses, FuseState, FuseV1Options, FuseVersion, getCurrentFuseWire } from '@electron/fuses';

/** Security guide item 19: how each fuse must stand in a packaged app. */
export const wantedFuses = {
  RunAsNode: false,
  EnableCookieEncryption: true,
  EnableNodeOptionsEnvironmentVariable: false,
  EnableNodeCliInspectArguments: false,
  EnableEmbeddedAsarIntegrityValidation: true,
  OnlyLoadAppFromAsar: true,
  LoadBrowserProcessSpecificV8Snapshot: false,
  GrantFileProtocolExtraPrivileges: false,
  WasmTrapHandlers: true,
};

/** Names of the fuses a binary knows, in the order of its wire. @param {Record<string, unknown>} wire */
const namesOf = (wire) =>
  Object.keys(wire)
    .filter((key) => /^\d+$/.test(key))
    .map((key) => FuseV1Options[Number(key)] ?? `fuse ${key}`);

/**
 * Flips every fuse the binary knows and reads the wire back.
 *
 * @param {string} executable
 * @param {{ strict: boolean }} options `strict`: a fuse that we have not decided on is an error (for packages that go
 *   to users)
 * @returns {Promise<{ name: string, on: boolean }[]>} what the binary says afterwards
 * @throws {Error} naming the fuse that does not stand as it must
 */
export async function setFuses(executable, { strict }) {
  const known = namesOf(await getCurrentFuseWire(executable));
  const undecided = known.filter((name) => !(name in wantedFuses));
  if (strict && undecided.length > 0)
    throw new Error(`This Electron has a fuse nobody has decided on: ${undecided.join(', ')}.`);
  const config = Object.fromEntries(
    Object.entries(wantedFuses)
      .filter(([name]) => known.includes(name))
      .map(([name, on]) => [FuseV1Options[/** @type {keyof typeof FuseV1Options} */ (name)], on]),
  );
  await flipFuses(
    executable,
    /** @type {any} */ ({ version: FuseVersion.V1, strictlyRequireAllFuses: strict, ...config }),
  );
  const wire = /** @type {Record<string, number>} */ (/** @type {unknown} */ (await getCurrentFuseWire(executable)));
  return Object.entries(wantedFuses)
    .filter(([name]) => known.includes(name))
    .map(([name, on]) => {
      const state = wire[String(FuseV1Options[/** @type {keyof typeof FuseV1Options} */ (name)])];
      // A removed fuse cannot be flipped any more: Electron has fixed its behaviour.
      if (state !== FuseState.REMOVED && state !== (on ? FuseState.ENABLE : FuseState.DISABLE))
        throw new Error(`The fuse ${name} does not stand as it must in ${executable}.`);
      return { name, on };
    });
}
