import type { TextRecord } from './parse-text.ts';

/**
 * Kinds of records that a text mixes: the first field is one of a few short codes, and tells how many fields follow. 1
 * where it does not.
 */
export function recordKinds(all: readonly TextRecord[], columns: number): number {
  if (columns < 2 || all.length < 4) return 1;
  const widths = new Map<string, Set<number>>();
  for (const { fields } of all) {
    const code = fields[0]!.trim();
    if (!/^(?:[A-Z]{1,6}|\d{1,3})$/.test(code)) return 1;
    widths.set(code, (widths.get(code) ?? new Set()).add(fields.length));
    if (widths.size > 12) return 1;
  }
  const all1 = [...widths.values()];
  const several = new Set(all1.flatMap((sizes) => [...sizes])).size > 1;
  const letters = [...widths.keys()].every((code) => /[A-Z]/.test(code));
  return widths.size > 1 &&
    all.length >= 2 * widths.size &&
    (several ||
      (letters &&
        all.some(
          ({ fields }, at) =>
            at > 0 && fields[0] !== all[at - 1]!.fields[0] && fields.length !== all[at - 1]!.fields.length,
        )))
    ? widths.size
    : 1;
}

/**
 * Whether a text is one table between a record that heads it and one that ends it, each of a kind and width of its own
 * (`H|…`, `D|…`, `T|…`), as banks and authorities exchange them.
 */
export function inEnvelope(records: readonly TextRecord[], columns: number): boolean {
  const [first, last] = [records[0], records.at(-1)];
  if (records.length < 4 || columns < 3 || first === undefined || last === undefined) return false;
  const codeOf = ({ fields }: TextRecord): string => fields[0]!.trim();
  const inner = records.slice(1, -1);
  const [code] = new Set(inner.map(codeOf));
  return (
    [first, last].every((record) => record.fields.length !== columns && /^[A-Z]{1,4}\d{0,2}$/.test(codeOf(record))) &&
    code !== undefined &&
    /^[A-Z]{1,4}\d{0,2}$/.test(code) &&
    inner.every((record) => codeOf(record) === code && record.fields.length === columns) &&
    new Set([code, codeOf(first), codeOf(last)]).size === 3
  );
}
