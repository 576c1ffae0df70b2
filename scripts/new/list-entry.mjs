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

/** The list of operations with one more entry, before the suppression of rows, which stays last. */
export function listOperation(text, name) {
  const entry = '  suppressSmallClasses,\n';
  if (!text.includes(entry))
    throw new Error('The list of operations does not look as expected: add the entry by hand.');
  return withImport(
    text.replace(entry, `  ${camel(name)},\n${entry}`),
    `import { ${camel(name)} } from './${name}.ts';`,
    name,
  );
}

/** A file of texts with one more entry at its end. */
export function listText(text, entry) {
  const end = text.lastIndexOf('};');
  if (end < 0) throw new Error('The texts do not look as expected: add the entry by hand.');
  return `${text.slice(0, end)}${entry}${text.slice(end)}`;
}

/** A folder's list of semantic types with one more entry at its end. */
export function listSemanticType(text, name) {
  const end = text.lastIndexOf(']');
  if (end < 0) throw new Error('The list of semantic types does not look as expected: add the entry by hand.');
  const before = text.slice(0, end).trimEnd();
  const oneLine = !/,\s*$/.test(text.slice(0, end));
  const added = oneLine ? `${before}, ${camel(name)}` : `${before}\n  ${camel(name)},\n`;
  return withImport(`${added}${text.slice(end)}`, `import { ${camel(name)} } from './${name}.ts';`, name);
}

/** The list of header languages with one more, before the abbreviations of no language, which come last. */
export function listLanguage(text, code, name) {
  const entry = '  anyLanguage,\n';
  if (!text.includes(entry)) throw new Error('The list of languages does not look as expected: add the entry by hand.');
  return withImport(
    text.replace(entry, `  ${camel(name)},\n${entry}`),
    `import { ${camel(name)} } from './phrases/${code}/index.ts';`,
    `phrases/${code}/index`,
  );
}

/** A file of phrases with one more type at its end. */
export const listPhrase = (text, id, phrase) => `${JSON.stringify({ ...JSON.parse(text), [id]: [phrase] }, null, 2)}\n`;

/** The list that is exported under this name, with one more entry at its end. @param {string} file without its ending */
export function listLast(text, list, name, file) {
  const found = new RegExp(`(\\b${list}\\b[^=]*= \\[)([^\\]]*?)(,?\\s*\\](?: as const)?;)`).exec(text);
  if (found === null) throw new Error(`The list ${list} does not look as expected: add the entry by hand.`);
  const [whole, open, entries, close] = found;
  const parted = entries.startsWith('\n') ? ',\n  ' : ', ';
  const added = text.replace(whole, `${open}${entries}${parted}${camel(name)}${close}`);
  return withImport(added, `import { ${camel(name)} } from './${file}.ts';`, file);
}

/** The formats by id with one more. */
export const listFormat = (text, id) =>
  withImport(
    text.replace(/(const formats: [^=]+= \{ [^}]*?),? \}/, `$1, ${camel(id)} }`),
    `import { ${camel(id)} } from './${id}.ts';`,
    id,
  );
