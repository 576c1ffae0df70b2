import type { SourceColumn } from '#shared/domain/intake.ts';

/**
 * Unique display names from a header line (interface.md): no header `c<i>`, blank `unnamed_<i>`, the second and further
 * ones of a repeated header `<name>_<k>` (k = 2, 3, … or the next number that is free). `i` counts columns from 1.
 * @param headers the header cells as written, or the number of columns where there is no header
 */
export function nameColumns(headers: (string | null)[] | number): SourceColumn[] {
  if (typeof headers === 'number')
    return Array.from({ length: headers }, (_, index) => ({
      name: `c${index + 1}`,
      physical: `c${index + 1}`,
      header: null,
    }));
  const trimmed = headers.map((header) => header?.trim() ?? '');
  const taken = new Set(trimmed);
  const seen = new Map<string, number>();
  const unique = (base: string, from: number) => {
    let k = from;
    while (taken.has(`${base}_${k}`)) k += 1;
    taken.add(`${base}_${k}`);
    return { name: `${base}_${k}`, k };
  };
  return trimmed.map((text, index) => {
    const physical = `c${index + 1}`;
    const header = headers[index] ?? null;
    if (text === '') {
      const plain = `unnamed_${index + 1}`;
      const name = taken.has(plain) ? unique(plain, 2).name : plain;
      taken.add(name);
      return { name, physical, header };
    }
    const before = seen.get(text);
    if (before === undefined) {
      seen.set(text, 1);
      return { name: text, physical, header };
    }
    const { name, k } = unique(text, before + 1);
    seen.set(text, k);
    return { name, physical, header };
  });
}
