import type { PublishedTables } from '#engine/anonymise/related/publish-related.ts';
import type { Readings } from '#engine/anonymise/related/shown-leavers.ts';
import type { LoadedTable } from './load-table.ts';
import type { Related } from './relate-tables.ts';

/** Tables that were put together and grouped; that of people first. */
export interface MadeTables {
  loaded: readonly LoadedTable[];
  related: Related;
  made: PublishedTables;
}

/** What everybody reads in some columns of some of the tables, joined: their own row, and all of their rows elsewhere. */
export function readingsOf(
  { loaded, related, made }: MadeTables,
  of: readonly { table: number; columns: readonly string[] }[],
): Readings {
  const said = Array.from({ length: made.groups }, (_, group) =>
    JSON.stringify(
      of.map(({ table, columns }) => {
        const places = columns.map((column) => loaded[table]!.kept.findIndex(({ name }) => name === column));
        const { cells, labels } = table === 0 ? made.person : made.children[table - 1]!;
        const start = table === 0 ? null : made.children[table - 1]!.start;
        const [from, end] = start === null ? [group, group + 1] : [start[group]!, start[group + 1]!];
        return Array.from({ length: end - from }, (_, row) =>
          JSON.stringify(places.map((at) => labels[at]!.text(cells[(from + row) * labels.length + at]!))),
        ).toSorted();
      }),
    ),
  );
  return new Map(related.names.map((name, person) => [name, said[made.groupOf[person]!]!]));
}
