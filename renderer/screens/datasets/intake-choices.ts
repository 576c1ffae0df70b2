import type { IntakeOptions, SourceFormat } from '#shared/domain/intake.ts';
import { channels } from '#shared/channels/index.ts';
import { intakeText as text } from '#shared/text/window/intake.ts';

/** What the bytes have besides is told, and nothing to choose. */
export type Option = Exclude<keyof IntakeOptions, 'asWritten' | 'columnsAt'>;
type Value = IntakeOptions[Option];

const byFormat: Record<SourceFormat, Option[]> = {
  csv: [
    'format',
    'encoding',
    'delimiter',
    'quote',
    'form',
    'header',
    'rowNames',
    'skipLines',
    'layout',
    'table',
    'headerRows',
    'totals',
  ],
  json: ['format', 'encoding', 'layout', 'table'],
  jsonl: ['format', 'encoding', 'layout', 'table'],
  parquet: ['format', 'layout', 'table'],
  xlsx: ['format', 'table', 'header', 'skipLines', 'layout', 'headerRows', 'totals', 'merged'],
  sqlite: ['format', 'table'],
  duckdb: ['format', 'layout', 'table'],
  log: ['format', 'encoding', 'layout'],
  vcard: ['format', 'encoding'],
};
/** What can be chosen for a format. */
export const optionsOf = (format: SourceFormat): Option[] => ['member', ...byFormat[format]];

/** Options that are a number, with its bounds and what it is when none is given. */
export const numberOptions = {
  skipLines: { min: 0, max: undefined, usual: 0 },
  headerRows: { min: 1, max: 3, usual: 1 },
};
type NumberOption = keyof typeof numberOptions;
export const isNumber = (option: Option): option is NumberOption => option in numberOptions;
export type WordOption = Exclude<Option, NumberOption>;

/** An option as a choice among words. */
export interface Choice {
  entries: { value: string; label: string }[];
  chosen: string | null;
  searchable?: boolean;
  /** The option's value for an entry. */
  read(next: string | null): Value;
}

const entriesOf = (words: Record<string, string>) => Object.entries(words).map(([value, label]) => ({ value, label }));
/** Select treats an empty value as none: "no quote" travels under a name. */
const none = 'none';

const plain = (entries: Choice['entries'], value: Value): Choice => ({
  entries,
  chosen: (value as string | undefined) ?? null,
  read: (next) => next ?? undefined,
});

/** The known delimiters; an unusual one that was found stands beside them. */
function delimiters(sign: Value): Choice {
  const known = entriesOf(text.delimiters);
  const unusual = typeof sign === 'string' && !(sign in text.delimiters);
  return plain(unusual ? [...known, { value: sign, label: text.otherDelimiter(sign) }] : known, sign);
}

const quotes = (value: Value): Choice => ({
  entries: entriesOf(text.quotes).map(({ value: sign, label }) => ({ value: sign === '' ? none : sign, label })),
  chosen: value === undefined ? null : value === '' ? none : (value as string),
  read: (next) => (next === none ? '' : (next ?? undefined)),
});

/** What there is to choose for an option. @param named sheets or tables of the file; files of the archive */
export function choiceOf(option: WordOption, value: Value, named: string[]): Choice {
  switch (option) {
    case 'format':
      return plain(entriesOf(text.formats), value);
    case 'encoding':
      return { ...plain(entriesOf(text.encodings), value), searchable: true };
    case 'delimiter':
    case 'namesDelimiter':
      return delimiters(value);
    case 'quote':
    case 'escape':
      return quotes(value);
    case 'header':
      return {
        entries: entriesOf(text.header),
        chosen: value === undefined ? null : value ? 'yes' : 'no',
        read: (next) => next === 'yes',
      };
    case 'form':
      return plain(entriesOf(text.forms), value ?? 'plain');
    case 'rowNames':
      return {
        entries: entriesOf(text.rowNames),
        chosen: value === undefined ? null : value ? 'yes' : 'no',
        read: (next) => next === 'yes',
      };
    case 'layout': {
      const known = channels.map(({ id, label }) => ({ value: id, label }));
      return { ...plain([{ value: none, label: text.noLayout }, ...known], value ?? none), searchable: true };
    }
    case 'totals':
      return plain(entriesOf(text.totals), value ?? 'leave-out');
    case 'merged':
      return plain(entriesOf(text.merged), value ?? 'fill');
    case 'member':
    case 'table':
      return {
        ...plain(
          named.map((name) => ({ value: name, label: name })),
          value,
        ),
        searchable: true,
      };
  }
}
