/** Numbers groups from 0 in the order in which their first rows stand. */
export function numberGroups(groupOf: Uint32Array): { of: Uint32Array; count: number } {
  let most = 0;
  for (const group of groupOf) if (group > most) most = group;
  const known = new Uint32Array(most + 1);
  let count = 0;
  const of = groupOf.map((group) => {
    if (known[group] === 0) known[group] = ++count;
    return known[group]! - 1;
  });
  return { of, count };
}
