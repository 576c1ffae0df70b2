import { listed } from '../numbers.ts';

/** What is said of policy rows that somebody wants to set otherwise. */
export const policyText = {
  noRow: (key: string, near: readonly string[]) =>
    `There is no policy row “${key}”. Take one of ${listed([...new Set(near)])}; “custos policy list” shows all.`,
  outOfBounds: (key: string, { minimum, maximum }: { minimum: number; maximum: number }) =>
    minimum === maximum
      ? `Policy row ${key} is set by law and stays ${minimum}: no workspace can change it.`
      : `Policy row ${key} takes a whole number from ${minimum} to ${maximum}. Nothing was changed.`,
  reasonToSet: (key: string) =>
    `Say why ${key} is set otherwise: the reason stands in the register and in certificates. Nothing was changed.`,
  reasonToReset: (key: string) =>
    `Say why ${key} goes back to the shipped value: the reason stands in the register. Nothing was changed.`,
  noCalendar: (id: string, known: readonly string[]) =>
    `There is no calendar of holidays ${id}. Take one of ${listed([...known])}.`,
  holidayIsSo: (calendar: string, day: string, holiday: boolean) =>
    `${day} is ${holiday ? 'a' : 'no'} holiday in calendar ${calendar} already: there is nothing to change.`,
  reasonForHoliday: (day: string) =>
    `Say by which law ${day} is a holiday, or is none: the reason stands in the register. Nothing was changed.`,
  asShipped: (key: string) => `Policy row ${key} holds as shipped in this workspace: there is nothing to take back.`,
};
