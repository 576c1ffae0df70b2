import { areNames, camel, listLast } from './list-entry.mjs';

/** A step of the schema that makes one table. @param {number} version the next number */
const migrationFile = (version, name) => `import type { Migration } from './migration.ts';

/** Say what the table holds and why. */
export const ${camel(name)}: Migration = {
  version: ${version},
  name: '${name}',
  up(db) {
    db.exec('CREATE TABLE ${name.replaceAll('-', '_')} (id TEXT PRIMARY KEY, body TEXT NOT NULL) STRICT');
  },
};
`;

/** A step of the catalogue's schema, under the next number. */
export const migration = {
  usage: 'migration NAME',
  make([name], read) {
    if (!areNames(name)) return null;
    const folder = 'electron/engine/catalog/migrations';
    const before = read(`${folder}/index.ts`);
    const version = 1 + Math.max(...[...before.matchAll(/'\.\/(\d{4})-/g)].map(([, number]) => Number(number)));
    const file = `${String(version).padStart(4, '0')}-${name}`;
    return {
      fresh: { [`${folder}/${file}.ts`]: migrationFile(version, name) },
      changed: { [`${folder}/index.ts`]: listLast(before, 'migrations', name, file) },
    };
  },
};
