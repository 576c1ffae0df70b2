import type { IntakeOptions, OtherReading } from '#shared/domain/intake.ts';
import { detectDialect } from './detect-dialect.ts';
import { isKnownHeader } from './one-value.ts';
import type { TextRecord } from './parse-text.ts';

/** What was found, to be held against other readings of the same text. */
export interface FoundReading {
  delimiter: string;
  columns: number;
  records: readonly TextRecord[];
  header: boolean;
  /** How much more speaks for the header, or against it, than for the opposite. */
  headerLead: number;
  headerRows: number;
  skipLines: number;
  quote: string;
  /** Where the line of names is one short. */
  rowNames: boolean | undefined;
}

const delimiters = [',', ';', '\t', '|', '^', '~', ' ', ':'];
/** They stand inside names, numbers and times: worth a look, and no reason to warn. */
const weak = new Set([' ', ':']);
const headCharacters = 131_072;
const nearly = 0.9;
/** Less than this speaks neither for nor against. */
const doubt = 0.5;

const evenShare = (records: readonly TextRecord[], columns: number): number =>
  records.filter(({ fields, sound }) => sound && fields.length === columns).length / Math.max(1, records.length);

type Cut = OtherReading & { even: number; weak: boolean };

/** The text cut at other delimiters, where that gives several fields in most lines. */
function otherCuts(text: string, found: FoundReading): Cut[] {
  const own = found.columns > 1 ? evenShare(found.records, found.columns) : 0;
  const head = text.slice(0, headCharacters);
  return delimiters
    .filter((delimiter) => delimiter !== found.delimiter && head.includes(delimiter))
    .flatMap((delimiter): Cut[] => {
      const { columns, records } = detectDialect(head, false, { delimiter });
      const even = evenShare(records, columns);
      const worth = found.columns > 1 ? even >= nearly * own && !weak.has(delimiter) : even >= 0.5;
      return columns > 1 && records.length > 1 && worth
        ? [{ changed: { delimiter }, columns, even, weak: weak.has(delimiter) }]
        : [];
    })
    .sort((a, b) => Number(a.weak) - Number(b.weak) || b.even - a.even || (b.columns ?? 0) - (a.columns ?? 0));
}

/** Whether half of the first row's cells are what people call columns. */
function namesKnown({ records }: FoundReading): boolean {
  const cells = records[0]!.fields.filter((cell) => cell.trim() !== '');
  return cells.length > 0 && cells.filter(isKnownHeader).length >= 0.5 * cells.length;
}

/**
 * Other readings of a delimited text, and whether the one chosen is doubtful beside them: only then are they told
 * unasked.
 * @param given options that a person has set: they are not put in question
 */
export function otherReadings(
  text: string,
  found: FoundReading,
  given: Partial<IntakeOptions>,
): { others: OtherReading[]; doubtful: OtherReading[] } {
  const cuts = given.delimiter === undefined && given.form === undefined ? otherCuts(text, found) : [];
  const own = found.columns > 1 ? evenShare(found.records, found.columns) : 0;
  const of = (changed: Partial<IntakeOptions>, columns: number | null = found.columns): OtherReading => ({
    changed,
    columns,
  });
  const unsure = given.header === undefined && found.records.length > 1;
  const header =
    unsure && Math.abs(found.headerLead) <= doubt && found.headerRows === 1 ? [of({ header: !found.header })] : [];
  const rowNames =
    found.rowNames === undefined || given.rowNames !== undefined ? [] : [of({ rowNames: !found.rowNames })];
  const headerRows =
    found.headerRows > 1 && given.headerRows === undefined && given.layout === undefined ? [of({ headerRows: 1 })] : [];
  const skipLines = found.skipLines > 0 && given.skipLines === undefined ? [of({ skipLines: 0 }, null)] : [];
  const quote = found.quote === '' && given.quote === undefined ? [of({ quote: '"' }, null)] : [];
  const plain = ({ changed, columns }: Cut): OtherReading => ({ changed, columns });
  return {
    others: [...rowNames, ...headerRows, ...header, ...cuts.map(plain), ...skipLines, ...quote].slice(0, 8),
    doubtful: [
      ...rowNames,
      ...(found.headerLead === 0 && !namesKnown(found) ? header : []),
      ...cuts.filter((cut) => !cut.weak && (found.columns === 1 || own < nearly) && cut.even > own).map(plain),
    ],
  };
}
