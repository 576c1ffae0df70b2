/**
 * How often a column's values rank a person of a value before one that is not (ties count half), the value told best of
 * those that twenty people have: learned and held against the same rows, at least what others could tell of them.
 */
export function ranksFirst(by: readonly (string | null)[], of: readonly (string | null)[]): number {
  const counts = (values: readonly (string | null)[]): Map<string | null, number> => {
    const found = new Map<string | null, number>();
    for (const value of values) found.set(value, (found.get(value) ?? 0) + 1);
    return found;
  };
  const areas = [...counts(of)].flatMap(([value, having]) => {
    const lacking = of.length - having;
    if (value === null || Math.min(having, lacking) < 20) return [];
    const rows = [...counts(by)].map(([text, size]) => {
      const hits = of.filter((each, row) => each === value && by[row] === text).length;
      return { hits, others: size - hits };
    });
    rows.sort((one, other) => other.hits * (one.hits + one.others) - one.hits * (other.hits + other.others));
    let ahead = 0;
    let won = 0;
    for (const { hits, others } of rows) {
      won += others * (ahead + hits / 2);
      ahead += hits;
    }
    return [won / (having * lacking)];
  });
  return Math.max(0, ...areas);
}
