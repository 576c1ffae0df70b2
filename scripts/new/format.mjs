import { areNames, camel, listBefore, withImport } from './list-entry.mjs';

const formatFile = (id) => `import { delimited } from './delimited.ts';

/** Say what reads such a file, and what its standard is. */
export const ${camel(id)} = delimited('${id}', '|');
`;

/** The formats by id with one more. */
const listFormat = (text, id) =>
  withImport(
    text.replace(/(const formats: [^=]+= \{ [^}]*?),? \}/, `$1, ${camel(id)} }`),
    `import { ${camel(id)} } from './${id}.ts';`,
    id,
  );

/** A format that releases are written in: rows of fields between bars, to be made one's own. */
export const format = {
  usage: 'format NAME             (a name that is its ending, such as psv)',
  make([id], read) {
    if (!areNames(id)) return null;
    const names = 'shared/domain/output-formats.ts';
    const list = 'electron/engine/release/formats/index.ts';
    return {
      fresh: { [`electron/engine/release/formats/${id}.ts`]: formatFile(id) },
      changed: {
        [names]: listBefore(
          read(names),
          '] as const satisfies',
          `  { id: '${id}', called: '${id.toUpperCase()}', endings: ['${id}'] },\n`,
        ),
        [list]: listFormat(read(list), id),
      },
    };
  },
};
