/** @param {(string | undefined)[]} names whether each is there and in kebab-case */
export const areNames = (...names) => names.every((name) => /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(name ?? ''));

/** @param {string} name kebab-case */
export const camel = (name) => name.replace(/-([a-z0-9])/g, (_, letter) => letter.toUpperCase());

/** @param {string} name kebab-case @returns {string} the name as a sentence begins: `Data sets` */
export const words = (name) => `${name[0].toUpperCase()}${name.slice(1).replaceAll('-', ' ')}`;

/** @param {string} name kebab-case @returns {string} as components are called: `DataSets` */
export const pascal = (name) => `${name[0].toUpperCase()}${camel(name).slice(1)}`;

/** The text with `added` before the one place where `before` stands. */
export function listBefore(text, before, added) {
  const parts = text.split(before);
  if (parts.length !== 2) throw new Error(`“${before}” was expected once: add “${added.trim()}” by hand.`);
  return parts.join(`${added}${before}`);
}

/** Puts an import line at its place in the alphabet of the relative imports. */
export function withImport(text, line, file) {
  const lines = text.split('\n');
  const later = lines.findIndex((each) => {
    const path = /^import .* from '\.\/(.+)\.ts';$/.exec(each)?.[1];
    return path !== undefined && path > file;
  });
  const last = lines.findLastIndex((each) => each.startsWith('import '));
  lines.splice(later < 0 ? last + 1 : later, 0, line);
  return lines.join('\n');
}

/** A file of texts with one more entry at its end. */
export function listText(text, entry) {
  const end = text.lastIndexOf('};');
  if (end < 0) throw new Error('The texts do not look as expected: add the entry by hand.');
  return `${text.slice(0, end)}${entry}${text.slice(end)}`;
}

/** The list that is exported under this name, with one more entry at its end. @param {string} file without its ending */
export function listLast(text, list, name, file) {
  const found = new RegExp(`(\\b${list}\\b[^=]*= \\[)([^\\]]*?)(,?\\s*\\](?: as const)?;)`).exec(text);
  if (found === null) throw new Error(`The list ${list} does not look as expected: add the entry by hand.`);
  const [whole, open, entries, close] = found;
  const parted = entries.startsWith('\n') ? ',\n  ' : ', ';
  const added = text.replace(whole, `${open}${entries}${parted}${camel(name)}${close}`);
  return withImport(added, `import { ${camel(name)} } from './${file}.ts';`, file);
}
