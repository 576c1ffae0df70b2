/** What may stand in several places: a name, quoted or not, or a literal. */
const simple = /^(?:\w+|`(?:[^`]|``)*`|'(?:[^'\\]|\\.)*')$/;

/** A name like `wanted` that none of the texts has. */
function freeName(wanted: string, texts: readonly string[]): string {
  for (let at = 1; ; at += 1) {
    const name = at === 1 ? wanted : `${wanted}${at}`;
    if (!texts.some((text) => new RegExp(`\\b${name}\\b`, 'i').test(text))) return name;
  }
}

/**
 * An expression of Spark over others, written out where it is used. Functions of the session are not for this: Spark
 * analyses the whole query anew for each of them, and writes their arguments out as often as they are used, so that
 * functions that call each other take minutes and gigabytes to plan. The only way to name a value inside an expression
 * is a lambda over a list of one: an argument that is more than a name is computed there, once.
 */
export const formula =
  <Args extends string[]>(names: Args, body: (...args: { [At in keyof Args]: string }) => string) =>
  (...values: { [At in keyof Args]: string }): string => {
    const taken: string[] = [...values];
    const bound: { name: string; value: string }[] = [];
    const args = values.map((value, at) => {
      if (simple.test(value)) return value;
      const name = freeName(names[at]!, taken);
      taken.push(name);
      bound.push({ name, value });
      return name;
    }) as { [At in keyof Args]: string };
    return bound.reduceRight(
      (inner, { name, value }) => `transform(array(${value}), ${name} ->\n      ${inner})[0]`,
      body(...args),
    );
  };
