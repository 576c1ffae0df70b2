import { z } from 'zod';

/** Lines of a text that are in UTF-8, and lines that are not: each is read as what it is. */
export const mixedEncoding = 'mixed';

/** The encodings that the WHATWG Encoding Standard names (4.2, without `replacement`), and a text of mixed lines. */
export const textEncoding = z.enum([
  'utf-8',
  'utf-16le',
  'utf-16be',
  mixedEncoding,
  'windows-1252',
  'windows-1250',
  'windows-1251',
  'windows-1253',
  'windows-1254',
  'windows-1255',
  'windows-1256',
  'windows-1257',
  'windows-1258',
  'windows-874',
  'iso-8859-2',
  'iso-8859-3',
  'iso-8859-4',
  'iso-8859-5',
  'iso-8859-6',
  'iso-8859-7',
  'iso-8859-8',
  'iso-8859-8-i',
  'iso-8859-10',
  'iso-8859-13',
  'iso-8859-14',
  'iso-8859-15',
  'iso-8859-16',
  'koi8-r',
  'koi8-u',
  'ibm866',
  'macintosh',
  'x-mac-cyrillic',
  'shift_jis',
  'euc-jp',
  'iso-2022-jp',
  'gb18030',
  'gbk',
  'big5',
  'euc-kr',
  'x-user-defined',
]);
export type TextEncoding = z.infer<typeof textEncoding>;
