/** Holidays by which deadlines are reckoned, under Settings. */
export const holidaysWindowText = {
  title: 'Holidays for deadlines',
  note:
    'Days of the whole country, as the law names them. A region, or a government for one year, has others: add or take ' +
    'away single days. One too few makes a deadline earlier, one too many makes it late.',
  calendar: 'Calendar',
  year: 'Year',
  day: 'Another day',
  add: 'Add it…',
  remove: 'Take away…',
  reset: 'As shipped…',
  is: (holiday: boolean) => (holiday ? 'holiday' : 'no holiday'),
  setBy: (by: string, reason: string) => `${by}: ${reason}`,
  list: (calendar: string) => `Holidays of ${calendar}`,
  wish: (calendar: string, day: string, holiday: boolean | null) =>
    holiday === null ? `${calendar}: ${day} as shipped` : `${calendar}: ${day} ${holiday ? 'is a holiday' : 'is none'}`,
  help: 'The dates of open requests are reckoned anew. The register keeps who said so and why.',
  reason: 'By which law, or whose word',
  confirm: 'Take it so',
};
