import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { Failure } from '#shared/contract/failure.ts';
import { codebook, type Codebook } from '#shared/codebooks/codebook.ts';
import { codebooksText } from '#shared/text/engine/codebooks.ts';
import { checkFile } from '#engine/intake/check-file.ts';
import { decodeHead, detectEncoding } from '#engine/intake/csv/detect-encoding.ts';
import { detectDialect } from '#engine/intake/csv/detect-dialect.ts';
import { parseText } from '#engine/intake/csv/parse-text.ts';

const largest = 16 * 1024 * 1024;
const mostRecords = 200_000;
const words = {
  name: [
    'name',
    'variable',
    'variable name',
    'column',
    'column name',
    'field',
    'field name',
    'feature',
    'attribute',
    'spalte',
    'feldname',
    'champ',
    'campo',
  ],
  label: [
    'label',
    'variable label',
    'description',
    'question',
    'question text',
    'meaning',
    'definition',
    'bezeichnung',
    'beschreibung',
    'libelle',
    'etiqueta',
    'descrizione',
  ],
  codes: ['codes', 'values', 'value labels', 'categories', 'levels', 'coding', 'werte', 'modalites', 'valores'],
  code: ['code', 'value', 'wert'],
  codeLabel: ['code label', 'value label', 'value description', 'code meaning', 'category', 'code description'],
  type: ['semantic type', 'custos type'],
} as const;
type Field = keyof typeof words;

const plainWord = (text: string): string =>
  text
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/[_\s]+/g, ' ')
    .trim();
const notACodebook = (fileName: string) => new Failure('FILE_UNREADABLE', codebooksText.isNone(fileName));

/** `1=male; 2=female`, one per line, or a JSON object, as a record. */
export function parseCodes(text: string): Record<string, string> {
  const trimmed = text.trim();
  if (trimmed === '') return {};
  if (trimmed.startsWith('{')) {
    try {
      return Object.fromEntries(
        Object.entries(JSON.parse(trimmed) as Record<string, unknown>).map(([code, meaning]) => [
          code,
          String(meaning),
        ]),
      );
    } catch {
      return {};
    }
  }
  const separator = trimmed.includes('\n')
    ? /\r?\n/
    : trimmed.includes(';')
      ? ';'
      : trimmed.includes('|')
        ? '|'
        : /,(?=\s*[\w.+-]+\s*[=:])/;
  return Object.fromEntries(
    trimmed.split(separator).flatMap((part) => {
      const [, code, meaning] = /^\s*([^=:]{1,200}?)\s*[=:]\s*(\S.*?)\s*$/s.exec(part) ?? [];
      return code === undefined || meaning === undefined
        ? []
        : [[code.replaceAll(/^["']|["']$/g, ''), meaning.replaceAll(/^["']|["']$/g, '')]];
    }),
  );
}

interface Draft {
  name: string;
  label: string;
  codes: Record<string, string>;
  type?: string;
}

function fromTable(text: string): Draft[] | null {
  const { dialect } = detectDialect(text, true, {});
  const [head, ...records] = parseText(text, dialect, { complete: true, limit: mostRecords });
  const names = head?.fields.map(plainWord) ?? [];
  const place = (field: Field) => names.findIndex((name) => (words[field] as readonly string[]).includes(name));
  const at = {
    name: place('name'),
    label: place('label'),
    codes: place('codes'),
    code: place('code'),
    codeLabel: place('codeLabel'),
    type: place('type'),
  };
  if (at.name < 0 || (at.label < 0 && at.codes < 0 && at.codeLabel < 0)) return null;
  const drafts = new Map<string, Draft>();
  let last = '';
  for (const { fields } of records) {
    const cell = (index: number) => (index < 0 ? '' : (fields[index] ?? '').trim());
    // One line per code leaves the name blank, or repeats it.
    const name = cell(at.name) || last;
    if (name === '') continue;
    last = name;
    const draft = drafts.get(name) ?? { name, label: '', codes: {} };
    if (draft.label === '') draft.label = cell(at.label);
    if (cell(at.type) !== '') draft.type = cell(at.type);
    draft.codes = {
      ...draft.codes,
      ...parseCodes(cell(at.codes)),
      ...(cell(at.code) !== '' && at.codeLabel >= 0 ? { [cell(at.code)]: cell(at.codeLabel) } : {}),
    };
    drafts.set(name, draft);
  }
  return [...drafts.values()];
}

function fromJson(text: string): Draft[] | null {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return null;
  }
  const record = value as Record<string, unknown>;
  const list = Array.isArray(value)
    ? value
    : Array.isArray(record?.variables)
      ? record.variables
      : typeof value === 'object' && value !== null
        ? Object.entries(record).map(([name, rest]) =>
            typeof rest === 'string' ? { name, label: rest } : { name, ...(rest as object) },
          )
        : null;
  if (list === null) return null;
  const drafts = (list as unknown[]).flatMap((item) => {
    if (typeof item !== 'object' || item === null) return [];
    const { name, label, description, codes, type } = item as Record<string, unknown>;
    if (typeof name !== 'string') return [];
    const given =
      typeof codes === 'object' && codes !== null
        ? Object.fromEntries(Object.entries(codes).map(([code, meaning]) => [code, String(meaning)]))
        : parseCodes(typeof codes === 'string' ? codes : '');
    return [
      {
        name,
        label: typeof label === 'string' ? label : typeof description === 'string' ? description : '',
        codes: given,
        ...(typeof type === 'string' ? { type } : {}),
      },
    ];
  });
  return drafts.length > 0 ? drafts : null;
}

/**
 * Reads a codebook that came with a dataset: CSV with columns name, label and codes (or one line per code), or JSON.
 * @throws Failure FILE_MISSING, FILE_EMPTY, FILE_UNREADABLE with what to do
 */
export async function readCodebook(path: string): Promise<{ book: Codebook; bytes: Buffer }> {
  const file = await checkFile(path);
  if (file.bytes > largest) throw new Failure('FILE_UNREADABLE', codebooksText.tooLong(file.fileName));
  const bytes = await readFile(file.path);
  const text = decodeHead(bytes, detectEncoding(bytes).encoding);
  const drafts = /^\s*[[{]/.test(text) ? fromJson(text) : fromTable(text);
  const parsed = codebook.safeParse({
    title: basename(file.fileName).slice(0, 300),
    source: codebooksText.broughtByPerson,
    variables: drafts ?? [],
  });
  if (drafts === null || drafts.length === 0) throw notACodebook(file.fileName);
  if (!parsed.success)
    throw new Failure(
      'FILE_UNREADABLE',
      codebooksText.entryTooLong(file.fileName, Number(parsed.error.issues[0]?.path[1] ?? 0) + 1),
    );
  return { book: parsed.data, bytes };
}
