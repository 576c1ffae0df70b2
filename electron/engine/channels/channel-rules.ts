import type { Channel } from '#shared/channels/channel.ts';
import { knownType } from '#shared/channels/match-channel.ts';
import { semanticTypeById } from '#shared/semantic-types/index.ts';
import type { ValueTools } from '#shared/semantic-types/semantic-type.ts';
import { checkValues } from '#engine/classify/check-values.ts';
import { support, type ColumnState } from '#engine/classify/hypothesis.ts';

/** A system's own word for its column outweighs what the same name means elsewhere (Shopify's "Name" is an order's). */
const systemSays = 1.6;

/** Lets the system whose export this is say what its columns are; values that contradict it are believed instead. */
export function channelRules(columns: readonly ColumnState[], channel: Channel, tools: ValueTools): void {
  for (const column of columns) {
    const id = knownType(channel, column.facts.header.text);
    const type = id === null ? undefined : semanticTypeById(id);
    if (!type || column.facts.kinds.has('empty')) continue;
    // Values that fail the type's own check say otherwise: the export was changed by hand.
    const vetoBelow = column.facts.hashed ? 0 : (type.columnRule?.vetoBelow ?? 0);
    if (vetoBelow > 0 && checkValues(type, column.facts, tools).share < vetoBelow) continue;
    support(column, type.id, systemSays, { kind: 'table', detail: `${channel.called} calls it so.` });
  }
}
