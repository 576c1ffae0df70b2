import { layoutIds, layouts, type LayoutId } from '../layouts/index.ts';
import { fold } from '../layouts/fold.ts';
import type { Column, Layout } from '../layouts/layout.ts';
import { recordKinds } from '../record-kinds/index.ts';
import { isDash, type NotMapped, type Reading } from './cells/cell.ts';
import { cellOf } from './cells/index.ts';
import { findIn, type FoundCell, type FoundRow, type FoundTable } from './find-tables.ts';
import { headingReader } from './headings.ts';
import type { GivenColumn, ImportField } from '#shared/domain/import-field.ts';
import { importFieldOf, withGiven } from './import-fields.ts';
import { mergeNode } from './merge-nodes.ts';
import { readNode, readValuesOf, linkedNodes, type ReadNode } from './read-node.ts';
import { restoredText } from './restore-text.ts';
import { shortTitle } from './short-title.ts';
import type { Sheet } from './sheet.ts';
import { tickedText } from './ticked.ts';

/** A text of a file that has no place in the register, under its heading. */
export interface Unmapped {
  column: string;
  text: string;
  why: NotMapped;
}

/** What became of one row. */
export interface RowReport {
  sheet: string;
  /** From 1, as the workbook shows it. */
  row: number;
  /** The activity that it is about; empty where it is about none. */
  activity: string;
  /** The same as it was read; null where it is about none. */
  node: ReadNode | null;
  mapped: number;
  notMapped: Unmapped[];
}

export interface ReadRegister {
  layout: LayoutId;
  organisation: ReadNode;
  activities: ReadNode[];
  rows: RowReport[];
  /** Sheets in which no headings of the layout were found. */
  passedOver: { sheet: string; rows: number }[];
  /** Every heading that texts stand under. */
  columns: ReadColumn[];
  /** Headings that a person named and the file does not have. */
  absent: string[];
}

/** A column of a file, or a label of its forms, and what became of it. */
export interface ReadColumn {
  /** The sheets that it stands in: of forms there are many. */
  sheets: string[];
  heading: string;
  /** The field that it goes into, as a person would name it; null where it goes into none, or a part of a form. */
  field: ImportField | null;
  /** Why nothing of it is taken in; null where it is. `own`: what the register tells by itself. */
  why: 'no-column' | 'no-field' | 'own' | null;
  texts: number;
}

/** What a person says of a file before it is read. */
export interface HowToRead {
  layout?: LayoutId | undefined;
  columns?: readonly GivenColumn[];
}

/** Which layout is taken where a person names columns and the file has the headings of none: rows before forms. */
const openFirst: readonly LayoutId[] = ['ico', 'dpc', 'cnil'];

interface Fit {
  id: LayoutId;
  layout: Layout;
  tables: (FoundTable | null)[];
  score: number;
}

/** The layout that a file is in: the one asked for, or the one most of whose headings it has; null where none fits. */
function fitOf(sheets: readonly Sheet[], { layout: asked, columns: given = [] }: HowToRead): Fit | null {
  const fits = (given.length > 0 ? openFirst : layoutIds)
    .filter((id) => asked === undefined || id === asked)
    .map((id): Fit => {
      const tables_ = layouts[id].tables.map((table) => ({ ...table, columns: withGiven(table.columns, given) }));
      const layout: Layout = { ...layouts[id], tables: tables_ };
      const tables = sheets.map((sheet) => findIn(sheet, layout));
      return { id, layout, tables, score: Math.max(0, ...tables.map((table) => table?.score ?? 0)) };
    })
    .filter(({ score }) => score > 0);
  return fits.sort((a, b) => b.score - a.score)[0] ?? null;
}

/** The same heading on several sheets, once. */
function together(columns: readonly ReadColumn[]): ReadColumn[] {
  const once = new Map<string, ReadColumn>();
  for (const one of columns) {
    const key = JSON.stringify([one.heading, one.field, one.why]);
    const { sheets = [], texts = 0 } = once.get(key) ?? {};
    once.set(key, { ...one, sheets: [...sheets, ...one.sheets], texts: texts + one.texts });
  }
  return [...once.values()];
}

/** What became of each heading of a table, those first that come first. */
function columnsOf(sheet: string, { headings, rows }: FoundTable): ReadColumn[] {
  const key = (heading: string, column: Column | null): string => JSON.stringify([heading, column?.cell ?? null]);
  const texts = new Map<string, number>();
  for (const { cells, isTitle } of rows)
    for (const { heading, column } of isTitle ? [] : cells)
      texts.set(key(heading, column), (texts.get(key(heading, column)) ?? 0) + 1);
  const once = new Map(headings.map(({ heading, column }) => [key(heading, column), { heading, column }]));
  return [...once].flatMap(([id, { heading, column }]): ReadColumn[] => {
    const many = texts.get(id) ?? 0;
    const field = column === null ? null : importFieldOf(column.cell);
    return many === 0 ? [] : [{ sheets: [sheet], heading, field, why: whyNot(column), texts: many }];
  });
}

function whyNot(column: Column | null): ReadColumn['why'] {
  if (column === null) return 'no-column';
  if (column.cell === 'noField') return 'no-field';
  return cellOf(column.cell).read === null && column.cell !== 'ref' ? 'own' : null;
}

const listFields = new Set(
  Object.entries(recordKinds.activity.fields).flatMap(([field, { many }]) => (many ? [field] : [])),
);

/** Reads one row into a record of its own. */
function readRow(found: FoundRow, layout: Layout, organisation: ReadNode): { node: ReadNode; report: RowReport } {
  const node = readNode('activity');
  const report: RowReport = { sheet: found.sheet, row: found.row, activity: '', node: null, mapped: 0, notMapped: [] };
  const readable = found.cells.filter(({ column }) => column !== null && cellOf(column.cell).read !== null);
  for (const second of [false, true])
    for (const { column, heading, text } of readable) {
      const cell = column === null ? null : cellOf(column.cell);
      if (cell?.read == null || (cell.second ?? false) !== second) continue;
      let complaints = 0;
      const reading: Reading = {
        language: layout.language,
        activity: node,
        organisation,
        notMapped: (rest, why) => {
          complaints += 1;
          report.notMapped.push({ column: heading, text: rest, why });
        },
      };
      const said = tickedText(restoredText(text));
      if (said === '') continue;
      cell.read(said, reading);
      if (complaints === 0) report.mapped += 1;
    }
  for (const { column, heading, text } of found.cells)
    if (column === null && !isDash(text)) report.notMapped.push({ column: heading, text, why: 'no-column' });
  return { node, report };
}

const refOf = (cells: readonly FoundCell[]): string => cells.find(({ column }) => column?.cell === 'ref')?.text ?? '';

/** What an activity without a name is called: where it belongs, and what for. */
function nameActivity(node: ReadNode): void {
  if (node.fields.has('name')) return;
  const first = linkedNodes(node, 'purposes')[0];
  const parts = [readValuesOf(node, 'businessFunction')[0], first && readValuesOf(first, 'title')[0]];
  const name =
    parts.filter((part) => part !== undefined).join(': ') ||
    String(readValuesOf(node, 'processingCategories')[0] ?? '');
  if (name !== '') node.fields.set('name', { state: 'stated', values: [shortTitle(name).title] });
}

const nameOf = (node: ReadNode): string => fold(String(readValuesOf(node, 'name')[0] ?? ''));

/** Whether a row may go on with the activity before it: two names under one number are two activities. */
const sameName = (before: ReadNode, node: ReadNode): boolean =>
  !node.fields.has('name') || nameOf(before) === nameOf(node);

/** The activities of one table; rows of one number without another name, or under one name that spans them, are one. */
function readTable({ table, rows }: FoundTable, layout: Layout, into: ReadRegister): void {
  let last: { node: ReadNode; ref: string; report: RowReport } | null = null;
  for (const found of rows) {
    if (found.isTitle) {
      const notMapped = found.cells.map(({ heading, text }) => ({ column: heading, text, why: 'title-row' as const }));
      into.rows.push({ sheet: found.sheet, row: found.row, activity: '', node: null, mapped: 0, notMapped });
      continue;
    }
    const { node, report } = readRow(found, layout, into.organisation);
    into.rows.push(report);
    if (node.fields.size === 0) {
      for (const { heading, text, column } of found.cells)
        if (column !== null && cellOf(column.cell).read === null)
          report.notMapped.push({ column: heading, text, why: 'no-activity' });
      continue;
    }
    const ref = refOf(found.cells);
    if (last !== null && (found.continues || (ref !== '' && ref === last.ref && sameName(last.node, node)))) {
      for (const field of mergeNode(last.node, node, (one) => listFields.has(one)))
        report.notMapped.push({ column: field, text: String(readValuesOf(node, field)[0]), why: 'contradicts' });
      report.activity = last.report.activity;
      report.node = last.node;
      continue;
    }
    nameActivity(node);
    node.fields.set('role', { state: 'stated', values: [table.role] });
    report.activity = String(readValuesOf(node, 'name')[0] ?? '');
    report.node = node;
    if (ref !== '') node.source = ref;
    into.activities.push(node);
    last = { node, ref, report };
  }
}

/** Who keeps the register: labels with their values, above a table or on a sheet of their own. */
function readHead(sheet: Sheet, rows: readonly (string | null)[][], layout: Layout, into: ReadRegister): void {
  const read = headingReader(layout.head, { exact: true });
  const seen = new Set<number>();
  for (const [at, row] of rows.entries())
    for (const [place, text] of row.entries()) {
      const known = read([text]).columns[0] ?? null;
      const value = row.slice(place + 1).find((one) => one !== null && one.trim() !== '') ?? null;
      const head = known === null ? undefined : layout.head[known];
      if (known === null || head === undefined || value === null || read([value]).columns[0] != null) continue;
      const report: RowReport = { sheet: sheet.name, row: at + 1, activity: '', node: null, mapped: 0, notMapped: [] };
      const column = text ?? '';
      if (seen.has(known)) report.notMapped.push({ column, text: value, why: 'contradicts' });
      else {
        seen.add(known);
        cellOf(head.cell).read?.(restoredText(value.trim()), {
          language: layout.language,
          activity: readNode('activity'),
          organisation: into.organisation,
          notMapped: (rest, why) => report.notMapped.push({ column, text: rest, why }),
        });
        report.mapped = report.notMapped.length === 0 ? 1 : 0;
      }
      into.rows.push(report);
    }
}

/** Headings that a person named and no sheet has. */
function absentIn({ tables }: Fit, given: readonly GivenColumn[]): string[] {
  const there = new Set(
    tables
      .flatMap((table) => (table?.headings ?? []).filter(({ column }) => column?.given !== undefined))
      .map(({ column }) => fold(column?.heading ?? '')),
  );
  return given.map(({ heading }) => heading).filter((heading) => !there.has(fold(heading)));
}

/**
 * Reads a register that somebody keeps in a workbook or a text file. Nothing is made up: what has no place is in the
 * report, with its row and its heading.
 * @param how the layout it is in, and what its columns hold, where the person knows
 * @returns null where it has the headings of no layout
 */
export function readRegister(sheets: readonly Sheet[], how: HowToRead = {}): ReadRegister | null {
  const fit = fitOf(sheets, how);
  if (fit === null) return null;
  const into: ReadRegister = {
    layout: fit.id,
    organisation: readNode('organisation'),
    activities: [],
    rows: [],
    passedOver: [],
    columns: together(
      fit.tables.flatMap((table, at) => (table === null ? [] : columnsOf(sheets[at]?.name ?? '', table))),
    ),
    absent: absentIn(fit, how.columns ?? []),
  };
  for (const [at, sheet] of sheets.entries()) {
    const table = fit.tables[at] ?? null;
    const before = into.rows.length;
    readHead(sheet, table?.above ?? sheet.rows, fit.layout, into);
    if (table !== null) readTable(table, fit.layout, into);
    else if (into.rows.length === before && sheet.rows.length > 0)
      into.passedOver.push({ sheet: sheet.name, rows: sheet.rows.length });
  }
  return into;
}
