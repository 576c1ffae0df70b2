import type { Channel } from '#shared/channels/channel.ts';
import { knownType } from '#shared/channels/match-channel.ts';
import { semanticTypeById } from '#shared/semantic-types/index.ts';
import type { ValueTools } from '#shared/semantic-types/semantic-type.ts';
import { channelsText } from '#shared/text/engine/channels.ts';
import { support, type ColumnState } from '#engine/classify/hypothesis.ts';
import { contradicted } from './contradicted.ts';

/** A system's own word for its column outweighs what the same name means elsewhere (Shopify's "Name" is an order's). */
const systemSays = 1.6;

/** Lets the system whose export this is say what its columns are; values that contradict it are believed instead. */
export function channelRules(columns: readonly ColumnState[], channel: Channel, tools: ValueTools): void {
  for (const column of columns) {
    const id = knownType(channel, column.facts.header.text);
    const type = id === null ? undefined : semanticTypeById(id);
    if (!type || column.facts.kinds.has('empty') || contradicted(type, column.facts, tools)) continue;
    column.told = type.id;
    support(column, type.id, systemSays, { kind: 'table', detail: channelsText.callsItSo(channel.called) });
  }
}
