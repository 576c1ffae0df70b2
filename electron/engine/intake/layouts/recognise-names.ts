import { Failure } from '#shared/contract/failure.ts';
import type { Detection, IntakeOptions } from '#shared/domain/intake.ts';
import type { Channel } from '#shared/channels/channel.ts';
import { channelById, channels } from '#shared/channels/index.ts';
import { matchChannel } from '#shared/channels/match-channel.ts';
import { channelsText } from '#shared/text/engine/channels.ts';
import { intakeText } from '#shared/text/engine/intake.ts';
import { noLayout } from './find-layout.ts';

/** Whose export nested records are, by the names of their fields, and what is said of it. */
export interface NamedExport {
  channel: Channel | null;
  detections: Detection[];
}

/**
 * The system whose export it is: the one a person chose, else the one that the names give away.
 * @param names of all fields, those inside others by their path joined with `.`
 * @throws Failure WRONG_USAGE when a person chose a layout that does not exist
 */
export function recogniseNames(names: readonly string[], options: Partial<IntakeOptions>): NamedExport {
  if (options.layout === noLayout)
    return { channel: null, detections: [{ option: 'layout', value: noLayout, reason: intakeText.chosenByPerson }] };
  const wanted = options.layout === undefined ? undefined : channelById(options.layout);
  if (options.layout !== undefined && !wanted)
    throw new Failure('WRONG_USAGE', channelsText.noLayout(options.layout, noLayout));
  const match = wanted ? { channel: wanted, reason: intakeText.chosenByPerson } : matchChannel(channels, { names });
  if (!match) return { channel: null, detections: [] };
  const { channel, reason } = match;
  const lists = (channel.reading.keyValueLists ?? []).filter((name) => names.includes(name));
  return {
    channel,
    detections: [
      { option: 'layout', value: channel.label, reason },
      ...(lists.length > 0
        ? [{ option: 'keyValueLists', value: lists.join(', '), reason: channelsText.keyValueLists }]
        : []),
    ],
  };
}
