import type { Channel } from '#shared/channels/channel.ts';
import { fitsName, normaliseName } from '#shared/channels/match-channel.ts';

/** Tells a row that sums up the others from the rows themselves, by its cells; null where the system writes none. */
export function totalsRule(
  channel: Channel,
  names: readonly (string | null)[],
): ((cells: readonly string[]) => boolean) | null {
  const { totals } = channel.reading;
  if (!totals) return null;
  const wanted = totals.blankUnder ?? [];
  const keys = names.flatMap((name, at) =>
    wanted.some((pattern) => fitsName(normaliseName(name ?? ''), pattern)) ? [at] : [],
  );
  return (cells) => {
    const filled = cells.map((cell) => cell.trim()).filter((cell) => cell !== '');
    if (filled.length === 0) return false;
    if (totals.firstCell?.test(filled[0]!)) return true;
    if (totals.anyCell && filled.some((cell) => totals.anyCell!.test(cell))) return true;
    return keys.length > 0 && keys.every((at) => (cells[at] ?? '').trim() === '');
  };
}
