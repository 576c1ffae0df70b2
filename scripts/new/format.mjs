import { camel, listBefore, listFormat } from './list-entry.mjs';

const formatFile = (id) => `import { delimited } from './delimited.ts';

/** Say what reads such a file, and what its standard is. */
export const ${camel(id)} = delimited('${id}', '|');
`;

/** A format that releases are written in: rows of fields between bars, to be made one's own. */
export function newFormat(id, read) {
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
}
