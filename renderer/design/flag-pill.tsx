import type { ColumnFlag } from '#shared/domain/column-class.ts';
import { gravestFlags } from '#shared/policy/gravest-flags.ts';
import { flagText } from '#shared/text/window/classes.ts';
import { Pill } from './pill.tsx';

/** A guardrail flag; those that may stop a release are drawn in the colour of a block. */
export function FlagPill({ flag }: { flag: ColumnFlag }) {
  return <Pill tone={gravestFlags.has(flag) ? 'block' : 'quiet'}>{flagText[flag]}</Pill>;
}
