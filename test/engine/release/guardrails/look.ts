import type { ColumnFlag } from '#shared/domain/column-class.ts';
import type { Finding } from '#shared/domain/finding.ts';
import { isFreeTextType } from '#shared/guardrails/type-properties.ts';
import { today, type Case, type Cell } from './people.ts';

export const findingOf = (made: Case, name: string): Finding => made.findings.find((finding) => finding.name === name)!;
export const filled = (cells: readonly Cell[] | undefined): string[] =>
  (cells ?? []).filter((cell): cell is string => cell !== null && cell !== '');
export const readable = (made: Case): string[] =>
  [...made.out]
    .filter(([, cells]) => !cells.every((cell) => cell === '[redacted]') || cells.length === 0)
    .map(([name]) => name);
export const has =
  (made: Case, flags: readonly ColumnFlag[]) =>
  (name: string): boolean =>
    findingOf(made, name).flags.some((flag) => flags.includes(flag));
/** As it stood in the source, in most rows that are written. */
export const asItWas =
  (made: Case) =>
  (name: string): boolean => {
    const cells = made.out.get(name)!;
    const same = cells.filter((cell, at) => (cell ?? '') === (made.source.get(name)![made.rids[at]!] ?? '')).length;
    return cells.length === 0
      ? !made.steps.some(
          ({ op, settings }) => op !== 'suppress-small-classes' && (settings['columns'] as string[]).includes(name),
        )
      : same > 0.9 * cells.length;
  };
export const isHash =
  (made: Case) =>
  (name: string): boolean =>
    filled(made.out.get(name)).length > 0 &&
    filled(made.out.get(name)).every((cell) => /^[\da-f]{64}$/.test(cell)) &&
    !asItWas(made)(name);
export const where = (made: Case, test: (name: string) => boolean): string[] => readable(made).filter(test);
export const opOf = (made: Case, op: string): string[] =>
  made.steps
    .filter((each) => each.op === op && each.enabled)
    .flatMap(({ settings }) => settings['columns'] as string[]);

export const special: ColumnFlag[] = [
  'race_ethnicity',
  'religion',
  'political',
  'trade_union',
  'health',
  'sexual_orientation',
  'biometric',
  'genetic',
  'criminal',
];
export const beliefs: ColumnFlag[] = special.filter((flag) => flag !== 'health');
const exactTypes = ['date_of_birth', 'age', 'ip_address'];
/** A clock that is not nought, or seconds since 1970; a day alone is none. */
const hasClock = (cell: string): boolean =>
  (/\d{1,2}:\d{2}/.test(cell) && !/(?:^|\D)0?0:00(?::00(?:\.0+)?)?(?:\D|$)/.test(cell)) ||
  /^1\d{9}(?:\.\d+)?$|^1\d{12}$/.test(cell);
const isWholeAddress = (cell: string): boolean => /^https?:\/\/[^/\s]+\/\S+/.test(cell);
export const isExact =
  (made: Case) =>
  (name: string): boolean =>
    asItWas(made)(name) &&
    (exactTypes.includes(findingOf(made, name).type) ||
      has(made, ['precise_location', 'exact_age'])(name) ||
      filled(made.out.get(name)).some(
        (cell) => (has(made, ['timestamp'])(name) && hasClock(cell)) || isWholeAddress(cell),
      ));
export const isOwnWords =
  (made: Case) =>
  (name: string): boolean =>
    has(made, ['free_text_pii'])(name) || isFreeTextType(findingOf(made, name).type);
export const points =
  (made: Case) =>
  (name: string): boolean =>
    findingOf(made, name).class === 'linked' || has(made, ['online_identifier'])(name) || isOwnWords(made)(name);
export const holdsMail = (cell: string): boolean => /[\w.]+@[\w.]+\.\w+/.test(cell);

/** Years lived on the day, of one row; null where nothing tells. */
export function ageOf(made: Case, row: number): number | null {
  const ages = made.findings.flatMap(({ name, type }) => {
    const cell = made.source.get(name)![row] ?? '';
    if (type === 'age' && /^\d+$/.test(cell)) return [Number(cell)];
    if (type !== 'date_of_birth' || !/^\d{4}-\d\d-\d\d$/.test(cell)) return [];
    return [Number(today.slice(0, 4)) - Number(cell.slice(0, 4)) - (today.slice(5) < cell.slice(5) ? 1 : 0)];
  });
  return ages.length === 0 ? null : Math.min(...ages);
}
export const rowsOf = (made: Case): number[] =>
  Array.from({ length: [...made.source.values()][0]?.length ?? 0 }, (_, row) => row);

export const isNumber = (cell: Cell | undefined): boolean => /^-?\d+(?:\.\d+)?$/.test(cell ?? '');
/** Of the people above by what is no number; of another table by what is empty where nothing was left out. */
export const unreadable = (made: Case, name: string): number | null => {
  if (made.source.has('Key')) return filled(made.source.get(name)).filter((cell) => !isNumber(cell)).length;
  return made.rids.length < made.source.get(name)!.length || !made.out.has(name)
    ? null
    : made.out.get(name)!.filter((cell, at) => (cell ?? '') === '' && (made.source.get(name)![at] ?? '').trim() !== '')
        .length;
};

/** The smallest class over columns of the written rows; nothing repeats a person here. */
export function smallest(made: Case, columns: readonly string[]): number {
  const sizes = new Map<string, number>();
  for (const at of made.rids.keys()) {
    const key = JSON.stringify(columns.map((name) => made.out.get(name)![at]));
    sizes.set(key, (sizes.get(key) ?? 0) + 1);
  }
  return sizes.size === 0 ? 0 : Math.min(...sizes.values());
}
