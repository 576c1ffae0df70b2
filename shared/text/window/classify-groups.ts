import type { ColumnCategory, ColumnFlag } from '#shared/domain/column-class.ts';
import type { ColumnMark } from '#shared/domain/shown-class.ts';
import { count, counted } from '../numbers.ts';
import { categoryText, classText, flagText, typeWords } from './classes.ts';

/** What a group of columns is named by. */
interface Named {
  kind: 'special' | 'text' | 'doubt' | 'plain' | 'nobody';
  shown: ColumnMark;
  flag: ColumnFlag | null;
  type: string | null;
  prefix: string | null;
  category: ColumnCategory | null;
  columns: readonly string[];
}

/** "Religion", "In doubt: occupation", "In doubt: names in q…", "Linked: personal". */
function name({ kind, shown, flag, type, prefix, category }: Named): string {
  if (flag !== null) return flagText[flag];
  if (kind === 'text') return `Free text: ${typeWords(type ?? '')}`;
  if (kind === 'doubt')
    return prefix !== null
      ? `In doubt: names in ${prefix}…`
      : `In doubt: ${type === null ? 'others' : typeWords(type)}`;
  return `${classText[shown].word}: ${categoryText[category ?? 'other'].toLowerCase()}`;
}

/** Sentences of the review in groups. */
export const groupText = {
  name,
  title: (group: Named): string => `${name(group)}, ${counted(group.columns.length, 'column')}`,
  group: (columns: number) => `Group of ${counted(columns, 'column')}`,
  decided: (decided: number, all: number) => `${count(decided)} of ${count(all)} done`,
  opened: 'open',
  closed: 'closed',
  done: 'decided',
  nobody: 'needs nobody',
  accept: (many: number) => `Accept ${count(many)}`,
  look: (many: number) => `Look at ${count(many)}`,
  change: (many: number) => `Change ${count(many)}…`,
  changeTitle: (many: number) => `Change ${counted(many, 'column')}`,
  eachItsOwn: 'Each keeps its own type',
  members: 'Columns',
  leftOut: 'left out',
  left: (decisions: number) => (decisions === 0 ? 'nothing needs you' : `${counted(decisions, 'decision')} to make`),
  order: 'In groups',
  keys:
    'Enter accepts a column or a group · Space leaves one out · ← → close and open · L, ⇧K, O, N change the class · ' +
    '/ searches types · U withdraws',
  why: {
    special:
      'These columns tell what the law or the ethics rules guard most. They are looked at before they are accepted.',
    text: 'Free text may name anybody and anything. These columns are looked at before they are accepted.',
    doubt: 'What speaks for the suggestion is weak. These columns are looked at before they are accepted.',
    plain: 'The evidence is clear, and these columns are personal data: one decision is enough for all.',
    nobody: 'The evidence is clear, and nothing in it is personal by itself. They can stay as they are.',
  },
};
