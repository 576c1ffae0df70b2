import { channelById, channels } from '#shared/channels/index.ts';
import { matchChannel, type ChannelMatch } from '#shared/channels/match-channel.ts';
import type { ClassificationSource } from '#shared/domain/finding.ts';
import { channelsText } from '#shared/text/engine/channels.ts';
import type { ColumnFacts } from '#engine/classify/column-facts.ts';
import { noLayout } from '#engine/intake/layouts/find-layout.ts';

const mostValues = 50;

/**
 * The system a table comes from: by the layout it was read with, else by the names of its columns.
 * @param layout preset that the reading settled on; `none` where a person said that it is no system's export
 */
export function recogniseTable(facts: readonly ColumnFacts[], layout?: string): ChannelMatch | null {
  if (layout === noLayout) return null;
  const head = {
    names: facts.map(({ header }) => header.text),
    valuesAt: (at: number) => facts[at]?.values.slice(0, mostValues) ?? [],
  };
  const read = layout === undefined ? undefined : channelById(layout);
  return read
    ? (matchChannel([read], head) ?? { channel: read, reason: channelsText.readAsThat, weight: 0 })
    : matchChannel(channels, head);
}

/** What a classification says of the system, for people. */
export const channelSource = ({ channel, reason }: ChannelMatch): ClassificationSource => ({
  preset: channel.id,
  label: channel.label,
  reason,
  informedHow: channel.informedHow,
  notes: [...channel.notes],
});
