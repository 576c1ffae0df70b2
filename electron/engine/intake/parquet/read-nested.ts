import { type DuckDBType, DuckDBTypeId } from '@duckdb/node-api';
import { Failure } from '#shared/contract/failure.ts';
import type { Detection, IntakeOptions } from '#shared/domain/intake.ts';
import { quoteText } from '#shared/sql/quote.ts';
import { intakeText } from '#shared/text/engine/intake.ts';
import { parquetText } from '#shared/text/engine/parquet.ts';
import { noLayout } from '#engine/intake/layouts/find-layout.ts';
import { recogniseNames } from '#engine/intake/layouts/recognise-names.ts';
import type { Duck } from '#engine/analysis/open-duck.ts';
import { type Field, flattenField, itemFields, pairList, type TextColumn, withoutShells } from './nested-columns.ts';

/** Name of the table of a file's own rows, where lists inside them can be opened as tables. */
const ownRows = 'rows';

/** How a Parquet file becomes rows of text. */
export interface ParquetReading {
  /** Settled `layout` and `table`. */
  options: Partial<IntakeOptions>;
  detections: Detection[];
  tables: string[];
  columns: TextColumn[];
  /** FROM clause that the columns are selected from. */
  from: string;
  /** SQL for the number of rows; null where it is that of the file. */
  rows: string | null;
}

const nestedTypes: readonly DuckDBTypeId[] = [DuckDBTypeId.STRUCT, DuckDBTypeId.LIST, DuckDBTypeId.MAP];
const isNested = (type: DuckDBType): boolean => nestedTypes.includes(type.typeId);

/** A known system's export, and how its fields are spread. */
type Channel = NonNullable<ReturnType<typeof recogniseNames>['channel']>;

/** What of a reading says which table was chosen, and why. */
type Chosen = Pick<ParquetReading, 'detections' | 'tables'>;

/** Lists inside the rows that can be opened as tables. */
const childLists = (channel: Channel | null, fields: readonly Field[]): string[] =>
  Object.keys(channel?.reading.childLists ?? {}).filter((name) =>
    fields.some((field) => field.name === name && itemFields('item', field.type) !== null),
  );

/**
 * Settles the columns: those of the file, nested fields spread as they are in JSON; of a known system's export lists of
 * keys and values as well.
 * @param source FROM item whose columns are named s1…sn
 * @param sample rows in which keys are looked for; null for all of them
 * @throws Failure WRONG_USAGE when a person chose a layout or a table that does not exist
 */
export async function readNested(
  duck: Duck,
  source: string,
  file: readonly Omit<Field, 'sql'>[],
  wanted: Partial<IntakeOptions>,
  sample: number | null,
): Promise<ParquetReading> {
  const plain = file.map((field, at): Field => ({ ...field, sql: `s${at + 1}` }));
  const names = new Set(plain.flatMap((field) => [field.name, ...flattenField(field).map(({ name }) => name)]));
  const { channel, detections } =
    wanted.layout !== undefined || plain.some(({ type }) => isNested(type))
      ? recogniseNames([...names], wanted)
      : { channel: null, detections: [] };
  const fields = channel ? plain.map(withoutShells) : plain;
  const layout = channel?.id ?? wanted.layout;
  const options = layout === undefined ? {} : { layout };
  const children = childLists(channel, fields);
  const tables = children.length > 0 ? [ownRows, ...children] : [];
  if (wanted.table !== undefined && wanted.table !== ownRows && !children.includes(wanted.table))
    throw new Failure('WRONG_USAGE', parquetText.noSuchTable(tables));
  const reason = wanted.table === undefined ? parquetText.ownRows : intakeText.chosenByPerson;
  const table = tables.length > 0 ? [{ option: 'table', value: wanted.table ?? ownRows, reason }] : [];
  const chosen: Chosen = { detections: [...detections, ...table], tables };
  if (wanted.table !== undefined && wanted.table !== ownRows)
    return {
      ...chosen,
      options: { ...options, table: wanted.table },
      ...openList(source, fields, channel!, wanted.table),
    };
  if (!channel)
    return {
      ...chosen,
      options,
      // As they lie, where a person wants no system's reading.
      columns: fields.flatMap((field) => flattenField(field, wanted.layout === noLayout ? Infinity : 0)),
      from: source,
      rows: null,
    };
  return { ...chosen, options, ...(await spread(duck, source, fields, channel, sample)), rows: null };
}

/** The items of a list as rows, with the fields of the line that go with every one of them. */
function openList(
  source: string,
  fields: readonly Field[],
  { reading }: Channel,
  table: string,
): Pick<ParquetReading, 'columns' | 'from' | 'rows'> {
  const list = fields.find(({ name }) => name === table)!;
  const items = itemFields('item', list.type)!;
  // A field of the item outranks one of the same name that goes with every line.
  const shared = fields.filter(
    ({ name }) => reading.childLists![table]!.includes(name) && !items.some((item) => item.name === name),
  );
  return {
    columns: [...shared, ...items].flatMap((field) => flattenField(field)),
    from: `(SELECT ${[...shared.map(({ sql }) => sql), `unnest(${list.sql}) AS item`].join(', ')} FROM ${source})`,
    rows: `SELECT coalesce(sum(len(${list.sql})), 0)::BIGINT AS n FROM ${source}`,
  };
}

/** Each field as columns; a list of keys with values has one for each key. */
async function spread(
  duck: Duck,
  source: string,
  fields: readonly Field[],
  { reading }: Channel,
  sample: number | null,
): Promise<Pick<ParquetReading, 'columns' | 'from'>> {
  const lists: string[] = [];
  const columns: TextColumn[] = [];
  for (const [at, field] of fields.entries()) {
    const pairs = reading.keyValueLists?.includes(field.name) ? pairList(field) : null;
    if (!pairs) {
      columns.push(...flattenField(field));
      continue;
    }
    const [keys, values] = [`k${at + 1}`, `v${at + 1}`];
    lists.push(`${pairs.keys} AS ${keys}`, `${pairs.values} AS ${values}`);
    const found = await keysOf(duck, source, pairs.keys, sample);
    // Empty throughout, the list is a column without values, as it is in JSON.
    columns.push(
      ...(found.length === 0
        ? [{ name: field.name, sql: 'NULL::VARCHAR' }]
        : found.map((key) => ({
            name: `${field.name}.${key}`,
            sql: `list_extract(${values}, list_position(${keys}, ${quoteText(key)}))`,
          }))),
    );
  }
  return { columns, from: lists.length === 0 ? source : `(SELECT *, ${lists.join(', ')} FROM ${source})` };
}

/** The keys of a list, in the order in which they first occur. @param list SQL of the keys of one row */
async function keysOf(duck: Duck, source: string, list: string, sample: number | null): Promise<string[]> {
  const limited = `SELECT * FROM ${source}${sample === null ? '' : ` LIMIT ${sample}`}`;
  const found = await duck.query<{ key: string }>(
    `SELECT key FROM (SELECT key, row_number() OVER () AS place FROM (SELECT unnest(list_reverse(${list})) ` +
      `AS key FROM (${limited}))) GROUP BY key ORDER BY min(place)`,
  );
  return found.map(({ key }) => key);
}
