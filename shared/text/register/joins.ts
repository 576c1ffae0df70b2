import { quotedNames } from '../names.ts';

/** What the register's drafts say of a join. */
export const joinsText = {
  activity: (view: string, sources: readonly string[]) => `Joining ${sources.join(' and ')} as ${view}`.slice(0, 500),
  source: (dataset: string) => `Dataset ${quotedNames([dataset])} of this workspace`,
};
