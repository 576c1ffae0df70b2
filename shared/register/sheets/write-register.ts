import type { ListAnswer, SingleAnswer } from '../answer.ts';
import type { LayoutLanguage } from '../layouts/words.ts';
import { wordOf } from '../layouts/words.ts';
import type { Column, Layout, LayoutTable } from '../layouts/layout.ts';
import { recordKinds, type RecordKind } from '../record-kinds/index.ts';
import type { RecordVersion, WholeSnapshot } from '../register-snapshot.ts';
import { cellOf } from './cells/index.ts';
import type { Writing } from './cells/cell.ts';
import { indexRegister, type RegisterIndex } from './register-index.ts';
import type { Sheet } from './sheet.ts';

/** A field, or a part of it, that the layout has no place for, and the records whose statement it is. */
export interface LeftOut {
  kind: RecordKind;
  /** `field` or `field.part`. */
  path: string;
  refs: string[];
}

export interface WrittenRegister {
  sheets: Sheet[];
  activities: number;
  leftOut: LeftOut[];
  /** Activities that no longer run: they are not part of a register that says what is done. */
  retired: string[];
  /** Activities of the other role, where only one was asked for. */
  otherRole: string[];
}

/** What a record states: `field`, or `field.part` of each part that a value has. */
export function statementsOf(record: RecordVersion): string[] {
  const body = record.body as Record<string, SingleAnswer<unknown> | ListAnswer<object> | undefined>;
  return Object.entries(recordKinds[record.kind].fields).flatMap(([field, { parts }]) => {
    const answer = body[field];
    if (answer === undefined) return [];
    if (parts === undefined || answer.state !== 'stated' || !('items' in answer)) return [field];
    return [...new Set(answer.items.flatMap(({ value }) => Object.keys(value)))].map((part) => `${field}.${part}`);
  });
}

const roleOf = ({ body }: RecordVersion<'activity'>): 'controller' | 'processor' =>
  body.role?.state === 'stated' ? body.role.value : 'controller';

interface Writer {
  register: RegisterIndex;
  language: LayoutLanguage;
  said: Map<RecordVersion, Set<string>>;
}

function writingOf({ register, language, said }: Writer, activity: RecordVersion<'activity'>): Writing {
  const say = (record: RecordVersion, ...paths: string[]): void => {
    const known = said.get(record) ?? new Set();
    for (const path of paths) known.add(path);
    said.set(record, known);
  };
  say(activity, 'role');
  return { activity, register, language, said: say };
}

function texts(columns: readonly Pick<Column, 'cell'>[], writing: Writing): string[] {
  return columns.map(({ cell }) => {
    const { write, law } = cellOf(cell);
    const text = write(writing);
    return text === '' && law === true ? wordOf(writing.language, 'answers', 'not-stated') : text;
  });
}

/** Name, value: who keeps the register. The cells of the head look at no activity. */
function headRows(layout: Layout, writer: Writer): string[][] {
  const [any] = writer.register.of('activity');
  if (any === undefined) return [];
  const values = texts(layout.head, writingOf(writer, any));
  return layout.head.map(({ heading }, at) => [heading, values[at] ?? '']);
}

function formSheets(table: LayoutTable, activities: readonly RecordVersion<'activity'>[], writer: Writer): Sheet[] {
  return activities.map((activity) => {
    const values = texts(table.columns, writingOf(writer, activity));
    return {
      name: activity.ref,
      rows: table.columns.map(({ heading }, at) => [heading, values[at] ?? '']),
      merges: [],
    };
  });
}

function tableSheet(table: LayoutTable, activities: readonly RecordVersion<'activity'>[], writer: Writer): Sheet {
  return {
    name: table.sheet,
    rows: [
      table.columns.map(({ heading }) => heading),
      ...activities.map((activity) => texts(table.columns, writingOf(writer, activity))),
    ],
    merges: [],
  };
}

/**
 * A register in an authority's layout, and what the layout has no place for. Activities that were retired are left out
 * and named.
 * @param as a workbook has all tables and the head; a text file has the table of one role
 */
export function writeRegister(
  snapshot: WholeSnapshot,
  layout: Layout,
  as: { workbook: true } | { workbook: false; role: 'controller' | 'processor' },
): WrittenRegister {
  const writer: Writer = { register: indexRegister(snapshot), language: layout.language, said: new Map() };
  const running = writer.register.of('activity');
  const written: RecordVersion<'activity'>[] = [];
  const sheets = layout.tables.flatMap((table) => {
    if (!as.workbook && table.role !== as.role) return [];
    const mine = running.filter((activity) => roleOf(activity) === table.role);
    if (as.workbook && mine.length === 0 && table.role === 'processor') return [];
    written.push(...mine);
    return as.workbook && layout.shape === 'forms'
      ? formSheets(table, mine, writer)
      : [tableSheet(table, mine, writer)];
  });
  if (as.workbook) {
    const head = { name: layout.authority, rows: headRows(layout, writer), merges: [] };
    if (layout.shape === 'forms') sheets.unshift(head);
    else for (const sheet of sheets) sheet.rows = [...head.rows, [], ...sheet.rows];
  }
  return {
    sheets,
    activities: written.length,
    leftOut: leftOutOf(writer.register, writer.said, {
      elsewhere: new Set<RecordVersion>(running.filter((activity) => !written.includes(activity))),
    }),
    retired: snapshot.retired.filter(({ kind }) => kind === 'activity').map(({ ref }) => ref),
    otherRole: running.filter((activity) => !written.includes(activity)).map(({ ref }) => ref),
  };
}

/**
 * Every statement of the register that nothing holds.
 * @param elsewhere records whose statements are not asked for
 * @param withoutValues whether answers without a value have no place either
 */
export function leftOutOf(
  register: RegisterIndex,
  said: ReadonlyMap<RecordVersion, ReadonlySet<string>>,
  { elsewhere = new Set<RecordVersion>(), withoutValues = false } = {},
): LeftOut[] {
  const found = new Map<string, LeftOut>();
  for (const kind of Object.keys(recordKinds) as RecordKind[])
    for (const record of register.of(kind)) {
      if (elsewhere.has(record)) continue;
      const mine = said.get(record);
      const body = record.body as Record<string, { state: string } | undefined>;
      for (const path of statementsOf(record)) {
        const hasValue = body[path.split('.')[0] ?? path]?.state === 'stated';
        if (mine?.has(path) === true && (hasValue || !withoutValues)) continue;
        const key = `${kind}.${path}`;
        const known = found.get(key) ?? { kind, path, refs: [] };
        known.refs.push(record.ref);
        found.set(key, known);
      }
    }
  return [...found.values()];
}
