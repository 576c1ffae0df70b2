import { describe, expect, test } from 'vitest';
import { writeZip } from '#test/support/write-zip.ts';
import { intakeBench } from './open-table.ts';

const bench = intakeBench();
const xml = '<?xml version="1.0"?>';
const head = `${xml}<worksheet><sheetData>`;
const tail = '</sheetData></worksheet>';
const relation = (id: string, kind: string, target: string) =>
  `<Relationship Id="${id}" Type="urn:x/${kind}" Target="${target}"/>`;
const own = {
  '[Content_Types].xml': `${xml}<Types/>`,
  '_rels/.rels': `${xml}<Relationships>${relation('rId1', 'officeDocument', 'xl/workbook.xml')}</Relationships>`,
  'xl/workbook.xml':
    `${xml}<workbook xmlns:r="urn:r"><workbookPr date1904="1"/><sheets><sheet name="S" sheetId="1" ` +
    'r:id="rId1"/></sheets></workbook>',
  'xl/_rels/workbook.xml.rels':
    `${xml}<Relationships>${relation('rId1', 'worksheet', 'worksheets/../worksheets/s.xml')}` +
    `${relation('rId2', 'sharedStrings', '/xl/sharedStrings.xml')}${relation('rId3', 'styles', 'styles.xml')}` +
    '</Relationships>',
  'xl/styles.xml':
    `${xml}<styleSheet><numFmts><numFmt numFmtId="164" formatCode="yyyy\\-mm\\-dd"/></numFmts><cellStyleXfs><xf ` +
    'numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="164"/></cellXfs></styleSheet>',
  'xl/sharedStrings.xml': `${xml}<sst><si><t>city</t></si><si><r><t>Bo</t></r><r><t>nn</t></r><rPh><t>aloud</t></rPh></si></sst>`,
};
const sheet = (rows: string) => ({ ...own, 'xl/worksheets/s.xml': `${head}${rows}${tail}` });
const inline = (text: string) => `<c t="inlineStr"><is><t>${text}</t></is></c>`;
const names = `<row r="1"><c r="A1" t="s"><v>0</v></c>${inline('day')}${inline('n')}${inline('yes')}</row>`;

test(
  'cells of every kind, whatever their prefix: runs together, nothing of how they sound, days from 1904, escapes and ' +
    'signs XML forbids',
  async () => {
    const rows = `${names}<x:row xmlns:x="urn:x" r="3"><x:c r="A3" t="s"><x:v>1</x:v></x:c><x:c r="B3" s="1"><x:v>\
1</x:v></x:c><x:c r="C3" t="e"><x:v>#N/A</x:v></x:c><x:c r="D3" t="b"><x:v>1</x:v></x:c></x:row>
    <row>${inline('a_x0041_\u000b')}<c t="str"><f>1+1</f><v>_x0042_</v></c><c><v>1.50</v></c></row>`;
    const table = await bench.read(writeZip(sheet(rows)), {}, 'a.xlsx');
    expect(table.names).toEqual(['city', 'day', 'n', 'yes']);
    expect(table.cells).toEqual([
      ['Bonn', '1904-01-02', '#N/A', 'true'],
      ['aA\u000b', 'B', '1.5', null],
    ]);
  },
);

describe('parts made to do harm are refused by name, and the engine goes on', () => {
  const long = 40_000_000;
  const times = (text: string) => text.repeat(Math.ceil(long / text.length));
  test.each([
    ['a cell of nothing but escapes', sheet(`${names}<row>${inline(times('_x0041'))}</row>`)],
    [
      'a cell of many texts',
      sheet(`${names}<row><c t="inlineStr"><is>${times('<t>aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa</t>')}</is></c></row>`),
    ],
    ['an attribute without end', sheet(`${names}<row><c a="${times('aaaaaaaa')}`)],
    ['a tag without end', sheet(`${names}<row><c ${times('a ')}`)],
    ['a comment without end', sheet(`${names}<!-- ${times('<!--')}`)],
    ['rows within rows', sheet(times('<row>'))],
    ['more columns than a sheet has', sheet(`<row>${'<c><v>1</v></c>'.repeat(20_000)}</row>`)],
    ['a column beyond every sheet', sheet('<row><c r="ZZZZ1"><v>1</v></c></row>')],
    ['more rows than a sheet has', sheet(`${names}${'<row><c><v>1</v></c></row>'.repeat(1_100_000)}`)],
    [
      'a shared string without end',
      { ...sheet(names), 'xl/sharedStrings.xml': `${xml}<sst><si><t>${times('aaaaaaaa')}` },
    ],
    ['entities of its own', sheet(`${names}<row>${inline('&b;')}</row>`)],
    ['a list of sheets nested without end', { ...sheet(names), 'xl/workbook.xml': '<a>'.repeat(4_000_000) }],
  ])('%s', async (_what, parts) => {
    const failure = await bench.failure(await bench.file(writeZip(parts), 'kunden.xlsx'));
    expect(failure).toMatchObject({ code: 'FILE_DAMAGED', message: expect.stringContaining('kunden.xlsx') });
  });

  test('a part whose bytes are not those that were packed', async () => {
    const bytes = writeZip(sheet(`${names}<row>${inline('geheim')}</row>`));
    bytes.writeUInt32LE(1, bytes.lastIndexOf('PK\x01\x02', undefined, 'latin1') + 16);
    expect((await bench.failure(await bench.file(bytes, 'kunden.xlsx'))).code).toBe('FILE_DAMAGED');
  });
});
