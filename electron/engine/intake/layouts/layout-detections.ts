import type { Detection, IntakeOptions } from '#shared/domain/intake.ts';
import { channelsText } from '#shared/text/engine/channels.ts';
import { intakeText } from '#shared/text/engine/intake.ts';
import { noLayout, type TableLayout } from './find-layout.ts';

const byPerson = intakeText.chosenByPerson;

/** What is said of a recognised layout: which one and why, its rows of names, its totals, its words for "missing". */
export function layoutDetections(
  layout: TableLayout | null,
  options: Partial<IntakeOptions>,
  headerRows: number,
): Detection[] {
  if (!layout)
    return [
      ...(options.layout === undefined ? [] : [{ option: 'layout' as const, value: noLayout, reason: byPerson }]),
      ...(headerRows > 1
        ? [
            {
              option: 'headerRows' as const,
              value: String(headerRows),
              reason: options.headerRows === undefined ? channelsText.groupsOverNames : byPerson,
            },
          ]
        : []),
    ];
  const { channel, reason } = layout;
  const { secondHeader, totals, nullWords, formulaGuard } = channel.reading;
  return [
    { option: 'layout', value: channel.label, reason: options.layout === undefined ? reason : byPerson },
    ...(secondHeader || headerRows > 1
      ? [
          {
            option: 'headerRows',
            value: String(headerRows),
            reason:
              options.headerRows !== undefined
                ? byPerson
                : headerRows > 2
                  ? channelsText.questionTexts
                  : headerRows > 1
                    ? channelsText.answerOptions
                    : channelsText.secondRowIsAnswer,
          },
        ]
      : []),
    ...(totals
      ? [
          {
            option: 'totals',
            value: options.totals ?? 'leave-out',
            reason: options.totals === undefined ? channelsText.totalsLeftOut : byPerson,
          },
        ]
      : []),
    ...(nullWords ? [{ option: 'nullWords', value: nullWords.join(' '), reason: channelsText.wordsForMissing }] : []),
    ...(formulaGuard ? [{ option: 'formulaGuard', value: "'", reason: channelsText.apostrophes }] : []),
  ];
}

/** The options that a layout settles, so that the file is read the same way again. */
export function layoutOptions(
  layout: TableLayout | null,
  options: Partial<IntakeOptions>,
  headerRows: number,
): Pick<IntakeOptions, 'layout' | 'headerRows' | 'totals'> {
  const id = layout?.channel.id ?? options.layout;
  const totals = options.totals ?? (layout?.channel.reading.totals ? 'leave-out' : undefined);
  return {
    ...(id !== undefined && { layout: id }),
    ...((headerRows > 1 || options.headerRows !== undefined) && { headerRows }),
    ...(totals !== undefined && { totals }),
  };
}
