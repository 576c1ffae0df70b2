import type { IntakeOptions, OtherReading } from '#shared/domain/intake.ts';
import { scoreHeader } from '../detect-header.ts';
import { isKnownHeader, oneValue } from '../one-value.ts';
import { parseText, type TextRecord } from '../parse-text.ts';
import { blankBefore, fixedPlaces, widerPlaces } from './fixed-width.ts';
import { rewriteText } from './rewrite-text.ts';

/**
 * How the lines of a text are written where that is not one delimiter between fields: a delimiter of several signs
 * (`sign` stands for it in the text that is read), names that another delimiter parts than the rows, lines that are one
 * quoted field each with a row inside, a table drawn with bars and lines, columns at fixed places (`starts`, characters from 0;
 * before those in `parted` a blank stands in every row).
 */
export type LineForm =
  | { kind: 'long'; delimiter: string; sign: string }
  | { kind: 'names'; delimiter: string; of: string }
  | { kind: 'wrapped' }
  | { kind: 'drawn' }
  | { kind: 'fixed'; starts: number[]; parted: number[]; sign: string };

const usual = [',', ';', '\t', '|'];
const looked = 200;
const headCharacters = 262_144;
const nearlyAll = 0.9;
const signs = ['\x1f', '\x1e', '\x1d', '\x01'];

const share = <T>(items: readonly T[], test: (item: T) => boolean): number =>
  items.length === 0 ? 0 : items.filter(test).length / items.length;

const recordsOf = (text: string, delimiter: string): TextRecord[] =>
  parseText(text, { delimiter, quote: '"', escape: '"' }, { complete: false, limit: looked });

/** A sign that the text does not hold, for a delimiter of several. */
const signFor = (text: string): string => signs.find((sign) => !text.includes(sign)) ?? signs[0]!;

const mirrored: Record<string, string> = { '<': '>', '>': '<', '[': ']', ']': '[', '{': '}', '}': '{' };
const isMirror = (run: string): boolean =>
  [...run].reverse().every((sign, at) => (mirrored[run[at]!] ?? run[at]) === sign);

/** `||`, `::`, `~|~`: the same signs from both sides, as often in nearly every line, and never apart. */
function longDelimiter(written: readonly string[]): string | null {
  // Between quotes signs are text.
  const lines = written.map((line) => line.replaceAll(/"(?:[^"]|"")*"/g, '""'));
  const runs: string[] = lines[0]!.match(/[^\p{L}\p{N}\s"'._\-@/\\()+,?=&*]{2,6}/gu) ?? [];
  for (const run of ['\t\t', '\t|\t']) if (lines[0]!.includes(run)) runs.push(run);
  for (const run of new Set(runs.toSorted((a, b) => a.length - b.length))) {
    if (!isMirror(run)) continue;
    const fields = lines[0]!.split(run).length;
    if (share(lines, (line) => line.split(run).length === fields) < nearlyAll) continue;
    // What is one of its signs alone is a value or another delimiter.
    const apart = share(lines, (line) => line.split(run).some((field) => field.includes(run[0]!)));
    if (apart > 0.1 || (fields === 2 && share(lines.slice(1), (line) => oneValue(line) !== null) > 0.5)) continue;
    return run;
  }
  return null;
}

const readsLikeNames = (names: readonly string[]): boolean =>
  new Set(names).size === names.length &&
  names.every((name) => /^[\p{L}_#][\p{L}\p{N}_ .()/#%-]{0,60}$/u.test(name)) &&
  (share(names, isKnownHeader) >= 0.3 || names.length >= 3);

/** Whether words with spaces between are names and no title: people call columns so, and the row below has none. */
function areNamesInWords(names: readonly string[], body: readonly TextRecord[]): boolean {
  const { header, lead } = scoreHeader(body);
  return share(names, isKnownHeader) >= 0.5 && !(header && lead > 0);
}

/** The delimiter in the line of names where another one parts the rows into as many fields. */
function namesApart(text: string, given: string | undefined): { delimiter: string; of: string } | null {
  for (const of of given === undefined ? usual : [given]) {
    const [first, ...body] = text.includes(of) ? recordsOf(text, of) : [];
    const columns = body[0]?.fields.length ?? 1;
    if (!first || first.fields.length === columns || columns < 2 || body.length < 2) continue;
    if (share(body, ({ fields, sound }) => sound && fields.length === columns) < nearlyAll) continue;
    const line = first.fields.length === 1 ? first.fields[0]! : first.fields.join(of);
    for (const delimiter of [...usual, ' ']) {
      const names = delimiter === of ? [] : line.split(delimiter).map((name) => name.trim().replace(/^"(.*)"$/, '$1'));
      if (delimiter === ' ' && !areNamesInWords(names, body)) continue;
      // The rows may be parted by what parts the names, and hold the other delimiter in their values.
      const shared = (): number =>
        share(recordsOf(text, delimiter).slice(1), ({ fields }) => fields.length === columns);
      if (names.length === columns && readsLikeNames(names) && shared() < 0.5) return { delimiter, of };
    }
  }
  return null;
}

/** Whether nearly every line is one quoted field with a row in it, the first with its names. */
function isWrapped(text: string, lines: readonly string[]): boolean {
  if (lines.length < 2 || share(lines, (line) => /^"(?:[^"]|"")*"$/.test(line)) < nearlyAll) return false;
  const inside = rewriteText(text, { kind: 'wrapped' });
  return usual.some((delimiter) => {
    const records = recordsOf(inside, delimiter);
    const columns = records[0]?.fields.length ?? 1;
    const even = share(records, ({ fields, sound }) => sound && fields.length === columns) >= nearlyAll;
    if (columns < 2 || !even || records.length < 2) return false;
    const names = records[0]!.fields.map((name) => name.trim());
    return readsLikeNames(names) && scoreHeader(records).header;
  });
}

const rulerLine = /^[\s|+\-=:_─│┼├┤┌┐└┘┬┴]*[-=─]{2,}[\s|+\-=:_─│┼├┤┌┐└┘┬┴]*$/;

/** Whether nearly all lines with a bar begin and end with one, or a line is drawn below the names. */
function isDrawn(lines: readonly string[]): boolean {
  const drawn = lines.filter((line) => /[|│]/.test(line) && !rulerLine.test(line));
  if (drawn.length < 2) return false;
  const bars = (line: string): number => line.split(/[|│]/).length - 1;
  const even = share(drawn, (line) => bars(line) === bars(drawn[0]!)) >= nearlyAll;
  const edged = share(drawn, (line) => /^\s*[|│].*[|│]\s*$/.test(line)) >= nearlyAll;
  const ruled = lines.slice(0, 20).some((line) => rulerLine.test(line));
  // Text may stand above and below a table that is drawn on all sides.
  const enough = drawn.length >= (edged && ruled ? 0.2 : 0.5) * lines.length;
  return enough && even && (edged || ruled) && bars(drawn[0]!) >= (edged ? 2 : 1);
}

/** The form of a text's lines; null for the plain one, and where a person or an earlier reading has settled it. */
export function lineForm(
  text: string,
  { delimiter, form, namesDelimiter, quote, columnsAt }: Partial<IntakeOptions>,
): LineForm | null {
  if (form === 'fixed' || columnsAt !== undefined)
    return fixedForm(
      text,
      columnsAt?.map((place) => place - 1),
    );
  if (form === 'wrapped' || form === 'drawn') return { kind: form };
  if (delimiter !== undefined && delimiter.length > 1) return { kind: 'long', delimiter, sign: signFor(text) };
  if (namesDelimiter !== undefined && delimiter !== undefined)
    return { kind: 'names', delimiter: namesDelimiter, of: delimiter };
  if (form === 'plain' || delimiter !== undefined || (quote !== undefined && quote !== '"')) return null;
  const head = text.slice(0, headCharacters);
  const lines = head
    .split(/\r\n|\n|\r/, looked)
    .map((line) => line.trim())
    .filter((line) => line !== '');
  if (lines.length < 2 || /^sep=/i.test(lines[0]!)) return null;
  if (isDrawn(lines)) return { kind: 'drawn' };
  const long = longDelimiter(lines);
  if (long !== null) return { kind: 'long', delimiter: long, sign: signFor(text) };
  if (isWrapped(head, lines)) return { kind: 'wrapped' };
  const names = namesApart(head, undefined);
  if (names !== null) return { kind: 'names', ...names };
  const places = fixedPlaces(head);
  return places === null ? null : fixedForm(text, places.starts);
}

/** Columns at places that are given, else found; all of a line where there are none. */
function fixedForm(text: string, given: number[] | undefined): LineForm {
  const head = text.slice(0, headCharacters);
  const found = fixedPlaces(head);
  // What stands before the first place is a column, too: nothing of a line is passed over.
  const starts = [...new Set([0, ...(given ?? found?.starts.slice(1) ?? [])])];
  return { kind: 'fixed', starts, parted: blankBefore(head, starts, found?.before ?? 0), sign: signFor(text) };
}

/** Lines before the first that a table is drawn with; undefined for other forms, of which nothing is known of that. */
export const linesBefore = (form: LineForm | null, text: string): number | undefined =>
  form?.kind === 'fixed'
    ? fixedPlaces(text.slice(0, headCharacters))?.before
    : form?.kind === 'drawn'
      ? text.split(/\r\n|\n|\r/).findIndex((line) => /[|│]/.test(line) && !rulerLine.test(line))
      : undefined;

/** The delimiter that parts the rows once a text is rewritten; undefined where that is still to be found. */
export const delimiterOf = (form: LineForm | null, given: string | undefined): string | undefined =>
  form === null
    ? given
    : form.kind === 'long' || form.kind === 'fixed'
      ? form.sign
      : form.kind === 'names'
        ? form.of
        : form.kind === 'drawn'
          ? '|'
          : given;

/** The options that settle a form, so that the file is read the same way again. */
export function formOptions(form: LineForm | null, delimiter: string): Partial<IntakeOptions> {
  if (form === null) return {};
  if (form.kind === 'long') return { delimiter: form.delimiter };
  if (form.kind === 'names') return { delimiter: form.of, namesDelimiter: form.delimiter };
  if (form.kind === 'fixed') return { form: 'fixed', columnsAt: form.starts.map((start) => start + 1), delimiter };
  return { form: form.kind, delimiter };
}

/** Other readings of a text with columns at fixed places. */
export function otherPlaces(form: LineForm | null, text: string, before: number): OtherReading[] {
  if (form?.kind !== 'fixed') return [];
  const wider = widerPlaces(text.slice(0, headCharacters), form.starts, before);
  return [
    ...(wider === null ? [] : [{ changed: { columnsAt: wider.map((start) => start + 1) }, columns: wider.length }]),
    { changed: { form: 'plain' as const }, columns: null },
  ];
}
