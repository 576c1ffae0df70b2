/** `custos policy list`, `set` and `reset`. */
export const policyCommandText = {
  description: 'ages, days, audiences and kinds of data that releases go by; a workspace may set them otherwise',
  id: 'the row, as “custos policy list” names it',
  reason: 'why: kept in the register and told in certificates',
  list: {
    description: 'what holds today, since when and by which source',
    workspace: 'with what this workspace sets otherwise',
    today: 'what holds on this day, YYYY-MM-DD',
    columns: ['id', 'value', 'valid from', 'checked', 'set by the workspace', 'source'],
    setBy: ({ by, reason }: { by: string; reason: string }, shipped: string) => `${by}, not ${shipped}: ${reason}`,
    examples: ['custos policy list --workspace Acme.custos'],
  },
  set: {
    description: 'sets a value for the workspace, with its reason',
    value: 'a whole number; 1 is yes and 0 is no',
    examples: [
      'custos policy set identifier-lifetime.cookie_id 30 --reason "our privacy notice" --workspace Acme.custos',
    ],
  },
  reset: {
    description: 'takes back what the workspace set: the shipped value holds again',
    examples: ['custos policy reset identifier-lifetime.cookie_id --reason "notice changed" --workspace Acme.custos'],
  },
  isSet: (key: string, value: string, shipped: string) =>
    `${key} is ${value} in this workspace now; as shipped it is ${shipped}.`,
  isAsShipped: (key: string, value: string) => `${key} is ${value} again, as shipped.`,
};

/** `custos policy holidays` and `holiday`. */
export const holidaysCommandText = {
  description: 'holidays by which the deadlines of requests are reckoned, and what this workspace takes otherwise',
  calendar: 'the calendar: a country by its two letters, GB-SCT, GB-NIR',
  year: 'of which year; default: this one',
  columns: ['day', '', 'by'],
  is: (holiday: boolean) => (holiday ? 'holiday' : 'no holiday'),
  setBy: ({ by, reason }: { by: string; reason: string }) => `${by}: ${reason}`,
  examples: ['custos policy holidays DE --year 2026 --workspace Acme.custos'],
  set: {
    description: 'takes a single day for a holiday or for none, with the reason: of a region, or of one year',
    day: 'YYYY-MM-DD',
    add: 'it is a holiday',
    remove: 'it is none',
    reset: 'as it is shipped, again',
    reason: 'by which law, or whose word',
    which: 'Say what the day is: give one of --add, --remove and --reset.',
    done: (calendar: string, day: string, holiday: boolean) =>
      `${day} is ${holiday ? 'a' : 'no'} holiday in calendar ${calendar} now. Deadlines are reckoned by it.`,
    examples: ['custos policy holiday DE 2026-11-18 --add --reason "Buß- und Bettag, Sachsen" --workspace Acme.custos'],
  },
};
