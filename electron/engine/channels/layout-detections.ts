import type { Detection, IntakeOptions } from '#shared/domain/intake.ts';
import { noLayout, type TextLayout } from './find-layout.ts';

const byPerson = 'Chosen by a person.';

/** What is said of a recognised layout: which one and why, its rows of names, its totals, its words for "missing". */
export function layoutDetections(layout: TextLayout | null, options: Partial<IntakeOptions>, headerRows: number): Detection[] {
  if (!layout) return options.layout === undefined ? [] : [{ option: 'layout', value: noLayout, reason: byPerson }];
  const { channel, reason } = layout;
  const { secondHeader, totals, nullWords, formulaGuard } = channel.reading;
  return [
    { option: 'layout', value: channel.label, reason: options.layout === undefined ? reason : byPerson },
    ...(secondHeader || headerRows > 1 ? [{ option: 'headerRows', value: String(headerRows), reason: options.headerRows !== undefined ? byPerson : headerRows > 1 ? 'The second row has no answer number: it holds the answer options.' : 'The second row is an answer.' }] : []),
    ...(totals ? [{ option: 'totals', value: options.totals ?? 'leave-out', reason: options.totals === undefined ? 'This report sums up its rows; the sums are counted and listed, not read as rows.' : byPerson }] : []),
    ...(nullWords ? [{ option: 'nullWords', value: nullWords.join(' '), reason: 'What this system writes where there is no value.' }] : []),
    ...(formulaGuard ? [{ option: 'formulaGuard', value: '\'', reason: 'This system puts an apostrophe before numbers and signs, so that spreadsheets leave them alone; it is taken away.' }] : []),
  ];
}
