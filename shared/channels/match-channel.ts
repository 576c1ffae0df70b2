import { channelMatchText as text } from '#shared/text/channels.ts';
import type { Channel } from './channel.ts';

/** A column name as fingerprints compare it: trimmed, lower case, blanks as one space, without a byte order mark. */
export const normaliseName = (name: string): string =>
  name.replaceAll('\ufeff', '').replaceAll(/\s+/g, ' ').trim().toLowerCase();

const patterns = new Map<string, RegExp>();

/** Whether a normalised name fits an entry of a preset, in which `*` stands for any text. */
export function fitsName(name: string, wanted: string): boolean {
  if (!wanted.includes('*')) return name === wanted;
  let pattern = patterns.get(wanted);
  if (!pattern) {
    pattern = new RegExp(
      `^${wanted
        .split('*')
        .map((part) => part.replaceAll(/[.+?^${}()|[\]\\]/g, '\\$&'))
        .join('.*')}$`,
      's',
    );
    patterns.set(wanted, pattern);
  }
  return pattern.test(name);
}

/**
 * What is known of a table when its system is looked for. `names` as they stand in the header; `before`: lines above
 * the table.
 */
export interface TableHead {
  readonly names: readonly string[];
  readonly before?: readonly string[];
  /** Some values of the column at this place, where they are known. */
  readonly valuesAt?: (at: number) => readonly string[];
}

export interface ChannelMatch {
  readonly channel: Channel;
  /** The columns (or words above the table) that gave it away; never a cell value. */
  readonly reason: string;
  /** How much of the header spoke for it; the match with the most is taken. */
  readonly weight: number;
}

const isQuestion = (name: string): boolean => /[?？]\s*(\[.*\])?$/.test(name) || name.split(' ').length >= 4;

function matchOne(channel: Channel, names: readonly string[], head: TableHead): ChannelMatch | null {
  const { fingerprint } = channel;
  if (fingerprint.not?.some((wanted) => names.some((name) => fitsName(name, wanted)))) return null;
  if (fingerprint.preamble && !fingerprint.preamble.every((pattern) => head.before?.some((line) => pattern.test(line))))
    return null;
  if (fingerprint.values && head.valuesAt) {
    const { column, pattern } = fingerprint.values;
    const values = head.valuesAt(names.findIndex((name) => fitsName(name, column)));
    if (values.length > 0 && values.filter((value) => pattern.test(value)).length < 0.8 * values.length) return null;
  }
  if (fingerprint.questionsAfter) {
    const rest = names.slice(1).filter((name) => name !== '');
    const questions = rest.filter(isQuestion).length;
    return fingerprint.questionsAfter.includes(names[0] ?? '') && questions >= 2 && questions >= 0.5 * rest.length
      ? { channel, reason: text.questions(head.names[0]?.trim() ?? ''), weight: 1 }
      : null;
  }
  const found = fingerprint.names
    .filter((all) => all.every((wanted) => names.some((name) => fitsName(name, wanted))))
    .sort((left, right) => right.length - left.length)[0];
  if (!found) return null;
  const said =
    found.length === 0 ? text.preamble : (fingerprint.preamble ? text.preambleAndColumns : text.columns)(found);
  return {
    channel,
    reason: said,
    weight: found.length + (fingerprint.preamble?.length ?? 0) + (fingerprint.values && head.valuesAt ? 1 : 0),
  };
}

/** The system whose export this is, or null; of several that fit, the one with the longer fingerprint. Pure. */
export function matchChannel(channels: readonly Channel[], head: TableHead): ChannelMatch | null {
  const names = head.names.map(normaliseName);
  let best: ChannelMatch | null = null;
  for (const channel of channels) {
    const found = matchOne(channel, names, head);
    if (found && (best === null || found.weight > best.weight)) best = found;
  }
  return best;
}

/** The semantic type a preset knows a column by, or null. */
export function knownType(channel: Channel, name: string): string | null {
  const wanted = normaliseName(name);
  const exact = Object.hasOwn(channel.columns, wanted) ? channel.columns[wanted] : undefined;
  return (
    exact ??
    Object.entries(channel.columns).find(([pattern]) => pattern.includes('*') && fitsName(wanted, pattern))?.[1] ??
    null
  );
}
