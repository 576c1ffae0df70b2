import type { MadeElsewhere } from '#shared/domain/made-elsewhere.ts';

/** What a certificate says of a recipe that another engine ran. */
export const elsewhereText = {
  name: 'Run elsewhere',
  ranOn: (engine: string) => `on ${engine}; the input of this certificate is what came out of it`,
  recomputedName: 'Recomputed here',
  recomputed: {
    file: 'the hash of the file',
    classes: 'class sizes',
    sensitive: 'diversity and closeness',
    outsider: 'what an outsider finds',
    guardrails: 'the guardrails, on what came out',
  } satisfies Record<MadeElsewhere['recomputed'][number], string>,
  notRecomputed: {
    values:
      'Whether each value is what the recipe makes of its source: the other engine made it, and the source was not here.',
    source: 'The source itself, its hash and its rows.',
    'rows-left-out':
      'Which rows were left out elsewhere, and that no others were: the figures are as the other engine told them.',
    unread: 'How many values the other engine could not read: as it told them, if it did.',
  } satisfies Record<MadeElsewhere['notRecomputed'][number], string>,
  toldName: 'Told by the other engine',
  told: ({ figure, column, value }: MadeElsewhere['told'][number]) =>
    `${figure.replaceAll('_', ' ')}${column === null ? '' : ` of ${column}`}: ${value}`,
};
