import { neutralised, type FormulaPlace } from '#shared/domain/spreadsheet-formula.ts';

const places: FormulaPlace[] = ['cells', 'text'];

/** A text as it was before an apostrophe kept a spreadsheet from running it; any other text as it is. */
export function restoredText(text: string): string {
  if (!text.includes("'")) return text;
  const before = text.replaceAll(/'(?=[\s\p{Cf}"]*[=@+\-＝＠＋－﹦﹫﹢])/gu, '');
  if (before === text) return text;
  return places.some((place) => neutralised(before, place) === text) ? before : text;
}
