import type { recordKinds } from '#shared/register/record-kinds/index.ts';
import type { WordsOf } from './words.ts';

/** Words of a system. */
export const systemWords: WordsOf<(typeof recordKinds)['system']['fields']> = {
  name: { label: 'Name', help: 'What people call the system.' },
  vendor: { label: 'Vendor', help: 'Who makes or sells it.' },
  location: { label: 'Place', help: 'The room, the data centre or the service in which it runs.' },
  hostedIn: {
    label: 'Country',
    help: 'The country in which the data lie; outside the EEA that is a transfer (Art. 44).',
  },
  description: { label: 'Description', help: 'What it is for.' },
};
