import { Failure } from '#shared/contract/failure.ts';
import { workbookText } from '#shared/text/engine/workbook.ts';
import type { CheckedFile } from '../check-file.ts';
import { readZipDirectory, readZipEntry } from './zip-directory.ts';

const entities: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };
const unescapeXml = (text: string): string =>
  text.replace(/&(?:#x([0-9a-f]+)|#(\d+)|(\w+));/gi, (whole, hex: string | undefined, decimal: string | undefined, name: string | undefined) => {
    const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);
    return name !== undefined ? (entities[name] ?? whole) : code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });

/**
 * Names of a workbook's sheets in the order of its tabs.
 * @throws Failure FILE_DAMAGED, FORMAT_UNKNOWN for a ZIP package that is no workbook
 */
export async function sheetNames(file: CheckedFile): Promise<string[]> {
  const entries = await readZipDirectory(file);
  const workbook = entries.find((entry) => /^xl\/workbook\.xml$/i.test(entry.name));
  if (workbook === undefined) {
    const binary = entries.some((entry) => entry.name === 'xl/workbook.bin');
    throw new Failure('FORMAT_UNKNOWN', binary ? workbookText.isBinary(file.fileName) : workbookText.isOtherZip(file.fileName));
  }
  let xml: string;
  try {
    xml = (await readZipEntry(file.path, workbook, 16 * 1024 * 1024)).toString('utf8');
  } catch {
    throw new Failure('FILE_DAMAGED', workbookText.sheetListDamaged(file.fileName));
  }
  const names = [...xml.matchAll(/<(?:\w+:)?sheet\s[^>]*?\bname\s*=\s*(?:"([^"]*)"|'([^']*)')/g)].map((match) => unescapeXml(match[1] ?? match[2] ?? ''));
  if (names.length === 0) throw new Failure('FILE_EMPTY', workbookText.noSheet(file.fileName));
  return names;
}
