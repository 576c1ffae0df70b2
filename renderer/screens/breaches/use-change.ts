import type { BreachChange } from '#shared/contract/breaches.ts';
import { breachesWindowText as text } from '#shared/text/window/breaches.ts';
import { engine } from '#renderer/client/connection.ts';
import { notifyDone } from '#renderer/client/notify.ts';
import { keys, refresh } from '#renderer/client/query-client.ts';
import { guarded } from '#renderer/workspace/workspace-actions.ts';

/** What a change of a breach makes out of date. */
export const refreshBreaches = (): Promise<void> => refresh(keys.breaches, keys.register, keys.verification);

/** States something of a breach; a refusal is shown as a sentence. @returns whether it was taken */
export async function stateBreach(breach: string, change: BreachChange): Promise<boolean> {
  let taken = false;
  await guarded(async () => {
    const { ref } = await engine.breaches.change({ breach, change });
    taken = true;
    notifyDone(text.facts.saved(ref));
    await refreshBreaches();
  });
  return taken;
}

/** What a field of date and time says, as a moment; null where it says none. */
export const momentOf = (local: string): string | null =>
  local === '' || Number.isNaN(Date.parse(local)) ? null : new Date(local).toISOString();

/** A moment as such a field takes it: this machine's own clock, to the minute. */
export function localOf(iso: string | null): string {
  if (iso === null) return '';
  const at = new Date(iso);
  return new Date(at.getTime() - at.getTimezoneOffset() * 60_000).toISOString().slice(0, 16);
}
