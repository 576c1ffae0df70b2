import type { Content, TableCell } from 'pdfmake/interfaces.js';
import type { Paper } from '#shared/contract/control.ts';
import type { PageDocument, PagePart } from '#shared/pages/page-document.ts';
import { pageText } from '#shared/text/pages.ts';
import { broken, head, lines, setPdf, type Setter } from './pdf-setting.ts';

const said = (value: string, { set }: Setter): string => broken(set(value));

function factsOf(rows: readonly (readonly [string, string])[], setter: Setter): Content {
  return {
    layout: { ...lines, hLineWidth: () => 0 },
    table: {
      widths: [120, '*'],
      body: rows.map(([label, value]): TableCell[] => [
        { text: setter.set(label), color: '#333333' },
        { text: said(value, setter) },
      ]),
    },
  };
}

/** Tables break between rows, with their head on each page; one that is longer than a page breaks in it. */
function tableOf(heads: readonly string[], rows: readonly (readonly string[])[], setter: Setter): Content {
  const longest = heads.map((_, at) => rows.reduce((most, row) => most + (row[at]?.length ?? 0), 0));
  const widest = longest.indexOf(Math.max(...longest));
  return {
    layout: lines,
    margin: [0, 2, 0, 6],
    table: {
      headerRows: 1,
      dontBreakRows: true,
      widths: ['auto', ...heads.map((_, at) => (at === widest ? '*' : 'auto'))],
      body: [
        ['#', ...heads.map(setter.set)].map(head),
        ...rows.map((cells, at): TableCell[] => [
          { text: pageText.row(at + 1, rows.length), noWrap: true, fontSize: 8 },
          ...cells.map((cell): TableCell => ({ text: said(cell, setter), fontSize: 8.5 })),
        ]),
      ],
    },
  };
}

/** Rows of a table that is kept on one page with its heading. */
const shortTable = 12;

/** A part as it is set; nothing for nothing. */
function contentOf(one: PagePart, setter: Setter): Content[] {
  switch (one.part) {
    case 'heading':
      return [{ text: said(one.text, setter), style: 'title' }];
    case 'words': {
      const parts: Content[] = one.text === '' ? [] : [{ text: said(one.text, setter) }];
      if (one.strong !== undefined) parts.push({ text: ` ${said(one.strong, setter)}`, bold: true, fontSize: 12 });
      const line: Content = { text: parts, margin: [0, 0, 0, 3] };
      return one.broken === true ? [framed([{ text: parts, bold: true }], 2)] : [line];
    }
    case 'frame':
      return [
        framed(
          one.parts.flatMap((part) => contentOf(part, setter)),
          1.2,
        ),
      ];
    case 'facts':
      return one.rows.length === 0 ? [] : [factsOf(one.rows, setter)];
    case 'table':
      return one.rows.length === 0 ? [] : [tableOf(one.heads, one.rows, setter)];
    case 'list':
      return one.items.length === 0 ? [] : [{ ul: one.items.map((item) => said(item, setter)), margin: [0, 0, 0, 3] }];
    case 'exact':
      return [{ text: said(one.text, setter), fontSize: 7.5, margin: [0, 4, 0, 4] }];
    case 'section': {
      const [first, ...rest] = one.parts.flatMap((part) => contentOf(part, setter));
      const heading: Content = { text: setter.set(one.title), style: 'section' };
      if (first === undefined) return [];
      // A heading stays with what it is of, unless that is a table of some length, whose head repeats anyway.
      const [begin] = one.parts;
      const isLong = begin?.part === 'table' && begin.rows.length > shortTable;
      return [{ stack: [heading, first], unbreakable: !isLong }, ...rest];
    }
    case 'foot':
      return [{ text: said(one.text, setter), style: 'standing', margin: [0, 14, 0, 0] }];
  }
}

const framed = (stack: Content[], width: number): Content => ({
  margin: [0, 6, 0, 6],
  layout: {
    hLineWidth: () => width,
    vLineWidth: () => width,
    paddingLeft: () => 8,
    paddingRight: () => 8,
    paddingTop: () => 6,
    paddingBottom: () => 6,
  },
  table: { widths: ['*'], body: [[{ stack }]] },
});

/**
 * A document as PDF, from the same parts as its page. @param asOf ISO 8601: the only date in the bytes
 * @param resources the folder that holds `fonts/`
 * @returns the bytes, and the signs that the font does not have, which stand as their code points
 */
export const printDocument = (
  { title, parts }: PageDocument,
  { asOf, paper = 'A4', resources }: { asOf: string; paper?: Paper; resources: string },
): Promise<{ bytes: Buffer; missing: string[] }> =>
  setPdf(
    {
      title,
      draft: false,
      asOf,
      paper,
      content: (setter) => parts.flatMap((part) => contentOf(part, setter)),
    },
    resources,
  );
