import { cellFormat, type CellFormat } from './cell-format.ts';
import { TextRun } from './text-run.ts';
import { type Attributes, seeAll } from './xml-part.ts';
import type { ZipParts } from './zip-parts.ts';

const mebibyte = 1024 ** 2;
/** Bytes of the parts that say where things are and how they look. */
const largestPart = 64 * mebibyte;
/** What the shared strings may take, with what each costs beside its text. */
const mostShared = 400 * mebibyte;
const costOfOne = 48;
/** Excel allows 255 signs. */
const longestFormat = 4096;

/** What must be known of a workbook to read the cells of one of its sheets. */
export interface SheetContext {
  /** The part that holds the sheet. */
  part: string;
  shared: string[];
  /** By a cell's style: what is made of its number. */
  formats: CellFormat[];
  /** Days are counted from 1904. */
  from1904: boolean;
}

const nothing = (): void => undefined;
const yes = (value: string | undefined): boolean => value === '1' || value === 'true';
const relationId = (attributes: Attributes): string | undefined =>
  attributes['r:id'] ?? Object.entries(attributes).find(([key]) => key.endsWith(':id'))?.[1];

/** A target as it is written beside the workbook, as the name of a part. */
function partOf(target: string): string {
  if (target.startsWith('/')) return target.slice(1);
  const steps = ['xl'];
  for (const step of target.split('/')) {
    if (step === '..') steps.pop();
    else if (step !== '.' && step !== '') steps.push(step);
  }
  return steps.join('/');
}

async function readRelations(parts: ZipParts): Promise<{ id: string; kind: string; part: string }[]> {
  const found: { id: string; kind: string; part: string }[] = [];
  const open = (name: string, { Id: id = '', Type: type = '', Target: target = '' }: Attributes): void => {
    if (name === 'Relationship') found.push({ id, kind: type.slice(type.lastIndexOf('/') + 1), part: partOf(target) });
  };
  await seeAll(parts, 'xl/_rels/workbook.xml.rels', largestPart, { open, text: nothing, close: nothing });
  return found;
}

async function readShared(parts: ZipParts, part: string): Promise<string[]> {
  const shared: string[] = [];
  const run = new TextRun();
  let cost = 0;
  await seeAll(parts, part, Number.POSITIVE_INFINITY, {
    open: (name) => run.open(name),
    text: (text) => run.add(text),
    close: (name) => {
      run.close(name);
      if (name !== 'si') return;
      const text = run.take();
      cost += text.length + costOfOne;
      if (cost > mostShared) throw new RangeError('too many shared strings');
      shared.push(text);
    },
  });
  return shared;
}

/** A style's number format decides; those that a file does not spell out are known by their number. */
async function readFormats(parts: ZipParts, part: string): Promise<CellFormat[]> {
  const codes = new Map<string, string>();
  const formats: CellFormat[] = [];
  let inCells = false;
  await seeAll(parts, part, largestPart, {
    open: (name, { numFmtId = '0', formatCode = '' }) => {
      if (name === 'numFmt' && formatCode.length <= longestFormat) codes.set(numFmtId, formatCode);
      else if (name === 'cellXfs') inCells = true;
      else if (name === 'xf' && inCells) formats.push(cellFormat(codes.get(numFmtId) || numFmtId));
    },
    text: nothing,
    close: (name) => {
      if (name === 'cellXfs') inCells = false;
    },
  });
  return formats;
}

/**
 * @returns null where there is no sheet of that name. @throws Error where a part that is needed is missing or cannot
 *   be read
 */
export async function readContext(parts: ZipParts, sheet: string): Promise<SheetContext | null> {
  let from1904 = false;
  let id: string | undefined;
  await seeAll(parts, 'xl/workbook.xml', largestPart, {
    open: (name, attributes) => {
      if (name === 'workbookPr') from1904 = yes(attributes.date1904);
      else if (name === 'sheet' && attributes.name === sheet) id ??= relationId(attributes);
    },
    text: nothing,
    close: nothing,
  });
  if (id === undefined) return null;
  const relations = await readRelations(parts);
  const part = relations.find((one) => one.kind === 'worksheet' && one.id === id)?.part;
  if (part === undefined) throw new Error('no such sheet');
  const known = (kind: string): string | undefined =>
    relations.find((one) => one.kind === kind && parts.has(one.part))?.part;
  const [shared, styles] = [known('sharedStrings'), known('styles')];
  return {
    part,
    from1904,
    shared: shared === undefined ? [] : await readShared(parts, shared),
    formats: styles === undefined ? [] : await readFormats(parts, styles),
  };
}
