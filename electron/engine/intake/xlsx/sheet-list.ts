import { SaxesParser } from 'saxes';

/** More sheets than anybody can choose from. */
const mostSheets = 10_000;
const deepest = 256;

/** A sheet as the workbook lists it; `hidden`: its tab is not to be seen. */
export interface ListedSheet {
  name: string;
  hidden: boolean;
}

/**
 * The sheets that the part `xl/workbook.xml` lists, in its order. A parser that goes through the text once:
 * nothing in it can make it slow, and entities of its own are not expanded.
 * @throws Error where it is no well-formed XML or lists too many
 */
export function sheetList(xml: string): ListedSheet[] {
  const sheets: ListedSheet[] = [];
  const parser = new SaxesParser();
  parser.on('error', (error) => {
    throw error;
  });
  let depth = 0;
  parser.on('closetag', () => {
    depth -= 1;
  });
  parser.on('opentag', ({ name, attributes }) => {
    depth += 1;
    if (depth > deepest) throw new Error('too deep');
    if (name.replace(/^[^:]*:/, '') !== 'sheet' || attributes.name === undefined) return;
    const hidden = attributes.state === 'hidden' || attributes.state === 'veryHidden';
    if (sheets.push({ name: attributes.name, hidden }) > mostSheets) throw new Error('too many sheets');
  });
  const piece = 65_536;
  for (let at = 0; at < xml.length; at += piece) parser.write(xml.slice(at, at + piece));
  parser.close();
  return sheets;
}
