import { describe, expect, test } from 'vitest';
import { sniffSource } from '#engine/intake/sniff-source.ts';
import { textEncoding, type TextEncoding } from '#shared/domain/text-encoding.ts';
import { intakeBench } from './open-table.ts';

const bench = intakeBench();
const rest = '\nAnna;Brno;2\nPetr;Praha;3\n';
const hex = (...parts: string[]) => Buffer.from(parts.join('').replaceAll(' ', ''), 'hex');
const withRows = (head: Buffer, row: Buffer) =>
  Buffer.concat([head, Buffer.from('\n'), row, Buffer.from(rest), row, Buffer.from('\n')]);

/** Names and places as the code charts of each encoding have them, written out in bytes. */
const samples: [encoding: TextEncoding, name: string, bytes: Buffer][] = [
  // jméno;město;n / Žofie Řeháková;Plzeň;1
  [
    'windows-1250',
    'Žofie Řeháková',
    withRows(hex('6a6de96e6f3b6dec73746f3b6e'), hex('8e6f66696520d865 68e16b6f76e13b506c7a65f23b31')),
  ],
  // имя;город;n / Иван Петров;Москва;1
  [
    'windows-1251',
    'Иван Петров',
    withRows(hex('e8ecff3be3eef0eee43b6e'), hex('c8e2e0ed20cfe5f2f0eee23bcceef1eae2e03b31')),
  ],
  ['koi8-r', 'Иван Петров', withRows(hex('c9cdd13bc7cfd2cfc43b6e'), hex('e9d7c1ce20f0c5d4d2cfd73bedcfd3cbd7c13b31'))],
  ['ibm866', 'Иван Петров', withRows(hex('a8acef3ba3aee0aea43b6e'), hex('88a2a0ad208fa5e2e0aea23b8caee1aaa2a03b31'))],
  // 氏名;都市;n / 山田太郎;東京;1
  ['shift_jis', '山田太郎', withRows(hex('8e8196bc3b938c8e733b6e'), hex('8e5293639 1be98593b938c8b9e3b31'))],
  // 氏名;都市;n / 山田 さくら;東京;1
  ['euc-jp', '山田 さくら', withRows(hex('bbe1ccbe3bc5d4bbd43b6e'), hex('bbb3c5c420a4b5a4afa4e93bc5ecb5fe3b31'))],
  // Jörg Müller;Köln in the Macintosh's own set
  ['macintosh', 'Jörg Müller', withRows(hex('4e616d653b4f72743b6e'), hex('4a9a7267204d9f6c6c65723b4b9a6c6e3b31'))],
];

describe('the encoding of a text', () => {
  test.each(samples)('%s: is found, said to be likely, and read', async (encoding, name, bytes) => {
    const table = await bench.read(bytes);
    expect(table.options.encoding).toBe(encoding);
    expect(table.cells.map((row) => row[0])).toEqual([name, 'Anna', 'Petr', name]);
    expect(table.detections.find(({ option }) => option === 'encoding')?.reason).toMatch(/most likely|a guess/);
  });

  test('Japanese mail is told by its escapes', async () => {
    const escaped = hex('1b2442 3b334544 1b2842');
    const table = await bench.read(Buffer.concat([Buffer.from('name;n\n'), escaped, Buffer.from(';1\n')]));
    expect([table.options.encoding, table.cells]).toEqual(['iso-2022-jp', [['山田', '1']]]);
  });

  test('a person chooses another, and it holds', async () => {
    const path = await bench.file(Buffer.concat([Buffer.from('a;b\n'), hex('e9e8'), Buffer.from(';1\n')]));
    const read = async (encoding: TextEncoding) => (await bench.readPath(path, { options: { encoding } })).cells[0]![0];
    expect(await read('windows-1252')).toBe('éè');
    expect(await read('windows-1251')).toBe('йи');
    expect(await read('windows-1250')).toBe('éč');
    expect(await read('iso-8859-8-i')).toBe('יט');
    expect(await read('x-user-defined')).toBe('\uf7e9\uf7e8');
  });

  test('every one that can be chosen reads ASCII', async () => {
    const path = await bench.file('id,city\n1,Lyon\n');
    for (const encoding of textEncoding.options.filter((name) => !name.startsWith('utf-16'))) {
      const { columns } = await sniffSource(path, { directory: bench.work(), options: { encoding } });
      expect(
        columns.map(({ name }) => name),
        encoding,
      ).toEqual(['id', 'city']);
    }
  });
});

describe('a text of mixed lines', () => {
  const line = (text: string, encoding: 'utf8' | 'latin1') => Buffer.from(text, encoding);
  const mixed = (filler: string) =>
    Buffer.concat([
      line(`name,city\n${filler}José,Málaga\n`, 'utf8'),
      line('Zoë,Orléans\n', 'latin1'),
      line('Bjørn,Tromsø\n', 'utf8'),
      line('André,Sète\n', 'latin1'),
      line('Ana,Évora\nÉva,Pécs\n', 'utf8'),
    ]);

  test('is read line by line, and that is told with the first line', async () => {
    const table = await bench.read(mixed(''));
    expect(table.options.encoding).toBe('mixed');
    expect(table.cells).toEqual([
      ['José', 'Málaga'],
      ['Zoë', 'Orléans'],
      ['Bjørn', 'Tromsø'],
      ['André', 'Sète'],
      ['Ana', 'Évora'],
      ['Éva', 'Pécs'],
    ]);
    expect(table.rejects.total).toBe(0);
    expect(table.warnings).toContain(
      '2 lines are not UTF-8 and were read as Windows-1252, the first in line 3; the others are UTF-8.',
    );
  });

  test('also where as many lines are the one as the other', async () => {
    const even = Buffer.concat([line('name,city\nJosé,Málaga\n', 'utf8'), line('Zoë,Orléans\n', 'latin1')]);
    const table = await bench.read(Buffer.concat([even, line('Ann,Rome\n', 'utf8')]));
    expect([table.options.encoding, table.cells]).toEqual([
      'mixed',
      [
        ['José', 'Málaga'],
        ['Zoë', 'Orléans'],
        ['Ann', 'Rome'],
      ],
    ]);
  });

  test('also where its first megabytes are ASCII', async () => {
    const filler = 'Ann,Rome\n'.repeat(150_000);
    const table = await bench.read(mixed(filler));
    expect([table.options.encoding, table.rows, table.rejects.total]).toEqual(['mixed', 150_006, 0]);
    expect(table.cells.slice(-5, -3)).toEqual([
      ['Zoë', 'Orléans'],
      ['Bjørn', 'Tromsø'],
    ]);
    expect(table.warnings.join()).toContain('the first in line 150003');
  });

  test('where a person says that it is UTF-8, other lines are set aside', async () => {
    const table = await bench.read(mixed(''), { options: { encoding: 'utf-8' } });
    expect(table.rejects.listed.map(({ line: at, kind }) => [at, kind])).toEqual([
      [3, 'INVALID ENCODING'],
      [5, 'INVALID ENCODING'],
    ]);
  });
});

/** A text in a page of one byte a letter, by what the runtime reads each byte as. */
function encodeIn(encoding: TextEncoding, text: string): Buffer {
  const decoder = new TextDecoder(encoding);
  const byLetter = new Map(
    Array.from({ length: 256 }, (_unused, byte): [string, number] => [decoder.decode(Uint8Array.of(byte)), byte]),
  );
  return Buffer.from([...text].map((letter) => byLetter.get(letter)!));
}

/** Places beside addresses in ASCII, as tables of people have them. */
const places: [TextEncoding, string][] = [
  ['windows-1250', 'Łódź Gdańsk Kraków Wrocław Poznań Częstochowa Żory Śrem'],
  ['windows-1250', 'Győr Hódmezővásárhely Kőszeg Gödöllő Érd Szűcsi Tűrje'],
  ['windows-1251', 'София Пловдив Варна Бургас Русе Плевен Сливен Добрич'],
  ['windows-1251', 'Київ Харків Одеса Дніпро Львів Вінниця Чернігів'],
  ['x-mac-cyrillic', 'Москва Казань Самара Омск Уфа Пермь Новосибирск Ростов'],
  ['windows-1252', 'Göteborg Ørsted Tromsø Hélène Besançon Niccolò Århus Zürich'],
  ['windows-1254', 'İstanbul Şanlıurfa Eskişehir Muğla Çanakkale Ağrı Iğdır Uşak'],
  ['windows-1255', 'ירושלים חיפה אשדוד נתניה חולון אשקלון'],
  ['windows-1257', 'Šiauliai Panevėžys Klaipėda Mažeikiai Tauragė Kėdainiai Plungė'],
  ['windows-1257', 'Rīga Jūrmala Liepāja Rēzekne Jēkabpils Cēsis'],
  ['windows-874', 'กรุงเทพ เชียงใหม่ ภูเก็ต ขอนแก่น สงขลา ชลบุรี'],
  ['macintosh', 'München Köln Düsseldorf Nürnberg Würzburg Göttingen Fürth Gießen'],
];

test.each(places)('places in %s, each beside an address in ASCII: %s', async (encoding, text) => {
  const towns = text.split(' ');
  const rows = towns.map((town, at) => `${at + 1},${town},a${at}@example.org`);
  const table = await bench.read(encodeIn(encoding, `id,town,mail\n${rows.join('\n')}\n`));
  expect(table.cells.map((row) => row[1])).toEqual(towns);
});

test('an encoding that may well be another is told', async () => {
  const table = await bench.read(Buffer.from('id,name\n1,Z\xe9\n2,b\xb5\xa6c\n', 'latin1'));
  expect(table.warnings.join(' ')).toMatch(/not valid UTF-8/);
});
