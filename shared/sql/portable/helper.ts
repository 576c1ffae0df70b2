/** A function of the session that a dialect's SQL calls: what the engine has no equal of by itself. */
export interface Helper {
  name: string;
  sql: string;
}

/** Those of a dialect's helpers that a text calls, and those that they call, each before what calls it. */
export function helpersIn(text: string, all: readonly Helper[]): Helper[] {
  const found = new Set<Helper>();
  const take = (within: string, itself?: Helper): void => {
    for (const helper of all)
      if (helper !== itself && within.includes(`${helper.name}(`) && !found.has(helper)) {
        take(helper.sql, helper);
        found.add(helper);
      }
  };
  take(text);
  return [...found];
}
