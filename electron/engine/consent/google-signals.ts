import type { ConsentState } from '#shared/domain/consent.ts';

/** Signals of Google's consent mode, by their names in its documentation. */
export const googleSignals = ['ad_storage', 'ad_user_data', 'ad_personalization'] as const;
/** Those without which nothing may go into an audience; `ad_storage` counts where the source has it. */
const needed: readonly string[] = ['ad_user_data', 'ad_personalization'];

const granted = /^(?:granted|true|1|yes|g)$/i;
const denied = /^(?:denied|false|0|no|d)$/i;

/**
 * One state of several signals: any that is denied refuses, and only where each that is needed is granted is it given.
 * @param signals the value of each that the source has
 * @returns null where none of them says anything
 */
export function readGoogle(signals: ReadonlyMap<string, string | null>): ConsentState | null {
  const said = [...signals].map(([name, value]) => [name, (value ?? '').trim()] as const);
  if (said.every(([, value]) => value === '')) return null;
  if (said.some(([, value]) => denied.test(value))) return 'refused';
  const given = new Set(said.filter(([, value]) => granted.test(value)).map(([name]) => name));
  return said.every(([name]) => given.has(name)) && needed.every((name) => given.has(name)) ? 'given' : 'unknown';
}
