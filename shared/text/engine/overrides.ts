import { listed } from '../numbers.ts';
import { whyNot, type NoOverride } from '../guardrails/overrides.ts';

/** Sentences about releasing in spite of a block. */
export const overridesText = {
  needsWorkspace:
    'A block is overridden in a workspace alone, whose register keeps who did it and why: name one (--workspace).',
  saveFirst: 'Save the workspace first: its register has to keep who overrides a block and why. Nothing was written.',
  unknown: (typed: string, ids: readonly string[]) =>
    `There is no guardrail “${typed.slice(0, 40)}” to override. There are ${listed(ids)}.`,
  twice: (id: string) => `${id} is to be overridden twice: give one reason for it.`,
  noReason: (id: string) =>
    `Say why ${id} is overridden (--override ${id}="reason", or --reason): certificate and register keep the reason.`,
  neverBlocks: (id: string) => `${id} never blocks, so there is nothing to override: leave it out.`,
  notBlocking: (id: string) =>
    `${id} does not block this release, so there is nothing to override: leave it out. Nothing was written.`,
  nobodyMay: (id: string, why: readonly NoOverride[]) =>
    `${id} cannot be overridden: ${whyNot(why)}. Nothing was written.`,
};
