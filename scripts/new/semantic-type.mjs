import { areNames, camel, withImport, words } from './list-entry.mjs';

/** A type recognised by its header alone. The registry test asks for four headers at least. */
const semanticTypeFile = (name) => `import { kinds, semanticType } from '../semantic-type.ts';

export const ${camel(name)} = semanticType({
  id: '${name.replaceAll('-', '_')}',
  label: '${words(name)}',
  class: 'non_pii',
  category: 'other',
  flags: [],
  accepts: kinds.choice,
  lookAlikes: [],
  positives: [],
  negatives: [],
  headers: ['${name.replaceAll('-', '_')}', '${words(name)}'],
  source: 'State the standard or authority with its date',
});
`;

/** A folder's list of semantic types with one more entry at its end. */
function listSemanticType(text, name) {
  const end = text.lastIndexOf(']');
  if (end < 0) throw new Error('The list of semantic types does not look as expected: add the entry by hand.');
  const before = text.slice(0, end).trimEnd();
  const oneLine = !/,\s*$/.test(text.slice(0, end));
  const added = oneLine ? `${before}, ${camel(name)}` : `${before}\n  ${camel(name)},\n`;
  return withImport(`${added}${text.slice(end)}`, `import { ${camel(name)} } from './${name}.ts';`, name);
}

/** A file of phrases with one more type at its end. */
const listPhrase = (text, id, phrase) => `${JSON.stringify({ ...JSON.parse(text), [id]: [phrase] }, null, 2)}\n`;

/** A kind of column. */
export const semanticType = {
  usage: 'semantic-type FOLDER/NAME',
  make([path], read) {
    const [scope, name] = (path ?? '').split('/');
    if (!areNames(scope, name)) return null;
    const folder = `shared/semantic-types/${scope}`;
    const phrases = `shared/header-language/phrases/en/${scope}.json`;
    return {
      fresh: { [`${folder}/${name}.ts`]: semanticTypeFile(name) },
      changed: {
        [`${folder}/index.ts`]: listSemanticType(read(`${folder}/index.ts`), name),
        [phrases]: listPhrase(read(phrases), name.replaceAll('-', '_'), name.replaceAll('-', ' ')),
      },
    };
  },
};
