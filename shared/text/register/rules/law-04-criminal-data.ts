import { firstNames } from '#shared/text/names.ts';
import { says, type OfColumns } from '#shared/text/guardrails/words.ts';
import type { OfNamedPurpose } from './words.ts';

const shownBy = (columns: string[]): string =>
  columns.length === 0 ? 'An activity for it declares such data.' : `Such columns are for it: ${firstNames(columns)}.`;

export const law04Text = {
  title: 'Data on offences rest on authority or law',
  reasons: {
    'no-authority': ({ purpose, columns }: OfNamedPurpose & OfColumns) =>
      says(
        `The purpose “${purpose}” uses data on offences and names no authority or law that allows it.`,
        shownBy(columns),
        'Name the authority or the law under Art. 10, or take these data out of the purpose.',
      ),
    'authority-named': ({ purpose, columns }: OfNamedPurpose & OfColumns) =>
      says(`The purpose “${purpose}” names what allows it to use data on offences.`, shownBy(columns)),
  },
};
