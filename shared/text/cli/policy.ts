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
