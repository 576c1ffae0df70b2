interface ScreenPlace {
  readonly id: string;
  /** With Ctrl or Cmd it goes there; digits do not suffice for all. */
  readonly key?: string;
  /** `job`: steps in order; `record`: what is kept; `app`: at the foot of the rail. */
  readonly group: 'job' | 'record' | 'app';
}

/** Every screen of the window, in the order of the rail. Ids, commands, menu, keys and rail derive from this list. */
export const screens = [
  { id: 'home', key: '1', group: 'job' },
  { id: 'datasets', key: '2', group: 'job' },
  { id: 'classify', key: '3', group: 'job' },
  { id: 'recipe', key: '4', group: 'job' },
  { id: 'risk', key: '5', group: 'job' },
  { id: 'release', key: '6', group: 'job' },
  { id: 'register', key: '7', group: 'record' },
  { id: 'principles', key: '8', group: 'record' },
  { id: 'consent', key: '9', group: 'record' },
  { id: 'retention', group: 'record' },
  { id: 'requests', group: 'record' },
  { id: 'breaches', group: 'record' },
  { id: 'fairness', group: 'record' },
  { id: 'segments', group: 'record' },
  { id: 'settings', key: ',', group: 'app' },
] as const satisfies readonly ScreenPlace[];

export type ScreenId = (typeof screens)[number]['id'];
