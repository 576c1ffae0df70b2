import { holidaysByRules } from './holiday-rules.ts';

/** Public holidays of one country, as rules (`holiday-rules.ts`). */
export interface HolidayCalendar {
  /** ISO 3166-1 alpha-2; of a part of the United Kingdom with its own days, ISO 3166-2. */
  id: string;
  rules: string;
  /** Law, or list, that names the days. */
  source: string;
  /** YYYY-MM-DD on which somebody last looked it up. */
  checkedOn: string;
}

/** Held day by day, from 2026 to 2035, against the calendars of python-holidays 0.109 (MIT). */
const checkedOn = '2026-11-30';

const EASTER = 'E-2 E+1';
const CHRISTMAS = '12-25 12-26';
/** The days of the Western calendar that most countries between Norway and Switzerland have. */
const CHURCH = `01-01 ${EASTER} E+39 E+50 ${CHRISTMAS}`;

/** The first Monday of February, and 1 February where that is a Friday. */
const SAINT_BRIGID = '02-01/Mon@-2029 02-01@2030-2030 02-01/Mon@2031-2040 02-01@2041-2041 02-01/Mon@2042-';

/**
 * Days that are holidays in the whole country; those of regions, towns and trades are left out, and so are working days
 * that a government moves from year to year. A day too few makes a date earlier, never too late. Only days that can
 * fall on Monday to Friday matter.
 */
export const holidayCalendars: readonly HolidayCalendar[] = [
  {
    id: 'AT',
    source: 'Feiertagsruhegesetz 1957 § 1',
    rules: `01-01 01-06 E+1 05-01 E+39 E+50 E+60 08-15 10-26 11-01 12-08 ${CHRISTMAS}`,
    checkedOn,
  },
  {
    id: 'BE',
    source: 'Arrêté royal du 18 avril 1974 art. 1',
    rules: '01-01 E+1 05-01 E+39 E+50 07-21 08-15 11-01 11-11 12-25',
    checkedOn,
  },
  {
    id: 'BG',
    source: 'Kodeks na truda čl. 154',
    rules: '01-01> 03-03> O-2 O+1 05-01> 05-06> 05-24> 09-06> 09-22> 12-24> 12-25> 12-26>',
    checkedOn,
  },
  {
    id: 'CH',
    source: 'Bundesverfassung Art. 110(3); the other days are holidays in every canton',
    rules: '01-01 E+39 08-01 12-25',
    checkedOn,
  },
  {
    id: 'CY',
    source: 'Public holidays of the Republic of Cyprus',
    rules: `01-01 01-06 O-48 03-25 04-01 O-2 O+1 05-01 O+50 08-15 10-01 10-28 ${CHRISTMAS}`,
    checkedOn,
  },
  {
    id: 'CZ',
    source: 'Zákon č. 245/2000 Sb.',
    rules: `01-01 ${EASTER} 05-01 05-08 07-05 07-06 09-28 10-28 11-17 12-24 ${CHRISTMAS}`,
    checkedOn,
  },
  {
    id: 'DE',
    source: 'Holidays in all sixteen Länder; Unification Treaty Art. 2(2)',
    rules: `${CHURCH} 05-01 10-03`,
    checkedOn,
  },
  { id: 'DK', source: 'Lov om helligdage; without Store Bededag since 2024', rules: `${CHURCH} E-3`, checkedOn },
  {
    id: 'EE',
    source: 'Pühade ja tähtpäevade seadus § 2',
    rules: `01-01 02-24 E-2 05-01 06-23 06-24 08-20 12-24 ${CHRISTMAS}`,
    checkedOn,
  },
  {
    id: 'ES',
    source: 'Real Decreto 2001/1983 art. 45',
    rules: '01-01 01-06 E-2 05-01 08-15 10-12 11-01 12-06 12-08 12-25',
    checkedOn,
  },
  {
    id: 'FI',
    source: 'Laki säädettyjen määräaikain laskemisesta (150/1930) 5 §',
    rules: `01-01 01-06 ${EASTER} 05-01 E+39 06-19/Fri 12-06 12-24 ${CHRISTMAS}`,
    checkedOn,
  },
  {
    id: 'FR',
    source: 'Code du travail art. L3133-1',
    rules: '01-01 E+1 05-01 05-08 E+39 E+50 07-14 08-15 11-01 11-11 12-25',
    checkedOn,
  },
  {
    id: 'GB',
    source: 'Banking and Financial Dealings Act 1971, of England and Wales',
    rules: `01-01> ${EASTER} 05-01/Mon 05-25/Mon 08-25/Mon 12-25> 12-26>`,
    checkedOn,
  },
  {
    id: 'GB-NIR',
    source: 'Banking and Financial Dealings Act 1971, of Northern Ireland',
    rules: `01-01> 03-17> ${EASTER} 05-01/Mon 05-25/Mon 07-12> 08-25/Mon 12-25> 12-26>`,
    checkedOn,
  },
  {
    id: 'GB-SCT',
    source: 'Banking and Financial Dealings Act 1971, of Scotland',
    rules: '01-01> 01-02> E-2 05-01/Mon 05-25/Mon 06-15@2026-2026 08-01/Mon 11-30> 12-25> 12-26>',
    checkedOn,
  },
  {
    id: 'GR',
    source: 'Public holidays of the Hellenic Republic',
    rules: `01-01 01-06 O-48 03-25 O-2 O+1 05-01 O+50 08-15 10-28 ${CHRISTMAS}`,
    checkedOn,
  },
  {
    id: 'HR',
    source: 'Zakon o blagdanima (NN 110/2019)',
    rules: `01-01 01-06 E+1 05-01 05-30 E+60 06-22 08-05 08-15 11-01 11-18 ${CHRISTMAS}`,
    checkedOn,
  },
  {
    id: 'HU',
    source: 'A munka törvénykönyve (2012. évi I. törvény) 102. §',
    rules: `01-01 03-15 ${EASTER} 05-01 E+50 08-20 10-23 11-01 12-24 ${CHRISTMAS}`,
    checkedOn,
  },
  {
    id: 'IE',
    source: 'Organisation of Working Time Act 1997, second schedule',
    rules: `01-01 ${SAINT_BRIGID} 03-17 E+1 05-01/Mon 06-01/Mon 08-01/Mon 10-25/Mon ${CHRISTMAS}`,
    checkedOn,
  },
  {
    id: 'IS',
    source: 'Lög um 40 stunda vinnuviku nr. 88/1971 6. gr.',
    rules: `${CHURCH} E-3 04-19/Thu 05-01 06-17 08-01/Mon`,
    checkedOn,
  },
  {
    id: 'IT',
    source: 'Legge 27 maggio 1949 n. 260; San Francesco by legge 151/2025',
    rules: `01-01 01-06 E+1 04-25 05-01 06-02 08-15 10-04@2026- 11-01 12-08 ${CHRISTMAS}`,
    checkedOn,
  },
  {
    id: 'LI',
    source: 'Public holidays of the Principality of Liechtenstein',
    rules: `01-01 01-06 02-02 03-19 E+1 05-01 E+39 E+50 E+60 08-15 09-08 11-01 12-08 ${CHRISTMAS}`,
    checkedOn,
  },
  {
    id: 'LT',
    source: 'Darbo kodeksas 123 str.',
    rules: `01-01 02-16 03-11 E+1 05-01 06-24 07-06 08-15 11-01 11-02 12-24 ${CHRISTMAS}`,
    checkedOn,
  },
  {
    id: 'LU',
    source: 'Code du travail art. L. 232-2',
    rules: `01-01 E+1 05-01 05-09 E+39 E+50 06-23 08-15 11-01 ${CHRISTMAS}`,
    checkedOn,
  },
  {
    id: 'LV',
    source: 'Likums “Par svētku, atceres un atzīmējamām dienām”',
    rules: `01-01 ${EASTER} 05-01 05-04> 06-23 06-24 11-18> 12-24 ${CHRISTMAS} 12-31`,
    checkedOn,
  },
  {
    id: 'MT',
    source: 'National Holidays and other Public Holidays Act (Cap. 252)',
    rules: '01-01 02-10 03-19 03-31 E-2 05-01 06-07 06-29 08-15 09-08 09-21 12-08 12-13 12-25',
    checkedOn,
  },
  { id: 'NL', source: 'Algemene termijnenwet art. 3', rules: `${CHURCH} 04-27~`, checkedOn },
  {
    id: 'NO',
    source: 'Lov om helligdager og helligdagsfred; lov om 1. og 17. mai',
    rules: `${CHURCH} E-3 05-01 05-17`,
    checkedOn,
  },
  {
    id: 'PL',
    source: 'Ustawa z dnia 18 stycznia 1951 r. o dniach wolnych od pracy',
    rules: `01-01 01-06 E+1 05-01 05-03 E+60 08-15 11-01 11-11 12-24@2025- ${CHRISTMAS}`,
    checkedOn,
  },
  {
    id: 'PT',
    source: 'Código do Trabalho art. 234',
    rules: '01-01 E-2 04-25 05-01 E+60 06-10 08-15 10-05 11-01 12-01 12-08 12-25',
    checkedOn,
  },
  {
    id: 'RO',
    source: 'Codul muncii art. 139',
    rules: `01-01 01-02 01-06 01-07 01-24 O-2 O+1 05-01 O+50 06-01 08-15 11-30 12-01 ${CHRISTMAS}`,
    checkedOn,
  },
  {
    id: 'SE',
    source: 'Lag (1989:253) om allmänna helgdagar',
    rules: `01-01 01-06 ${EASTER} 05-01 E+39 06-06 ${CHRISTMAS}`,
    checkedOn,
  },
  {
    id: 'SI',
    source: 'Zakon o praznikih in dela prostih dnevih v Republiki Sloveniji',
    rules: `01-01 01-02 02-08 E+1 04-27 05-01 05-02 06-25 08-15 10-31 11-01 ${CHRISTMAS}`,
    checkedOn,
  },
  {
    id: 'SK',
    source: 'Zákon č. 241/1993 Z. z.',
    rules: `01-01 01-06 ${EASTER} 05-01 05-08@-2025 05-08@2027- 07-05 08-29 09-15@-2025 09-15@2027- 11-01 12-24 ${CHRISTMAS}`,
    checkedOn,
  },
];

const byId = new Map(holidayCalendars.map((one) => [one.id, one]));
const made = new Map<string, ReadonlySet<string>>();

/** Days that a workspace takes otherwise than is shipped, by `changeKey`: true is a holiday. */
export type ChangedHolidays = ReadonlyMap<string, boolean>;
export const changeKey = (calendarId: string, day: string): string => `${calendarId} ${day}`;
export const noChanges: ChangedHolidays = new Map();

/** The days of a year that are holidays by the rules alone, in their order. */
export function holidaysOf(calendarId: string, year: number): ReadonlySet<string> {
  const found = byId.get(calendarId);
  if (found === undefined) return new Set();
  const key = `${calendarId} ${year}`;
  const days = made.get(key) ?? holidaysByRules(found.rules, year);
  made.set(key, days);
  return days;
}

/** Whether a day is a holiday in the whole of a country. A country without a calendar has none that is known. */
export const isHoliday = (calendarId: string, day: string, changed: ChangedHolidays = noChanges): boolean =>
  changed.get(changeKey(calendarId, day)) ?? holidaysOf(calendarId, Number(day.slice(0, 4))).has(day);
