import { expect, it } from 'vitest';
import { tickedText } from './ticked.ts';

it.each([
  ['☐ Oui ☒ Non', 'Non'],
  ['☒ Ja\n☐ Nein', 'Ja'],
  ['[x] Customers [ ] Staff [X] Members', 'Customers\nMembers'],
  ['☐ Yes ☐ No', ''],
  ['Payroll', 'Payroll'],
  ['✓', '✓'],
  ['Servers [ ] in Bonn', 'Servers [ ] in Bonn'],
])('of “%s” what is ticked is “%s”', (text, said) => {
  expect(tickedText(text)).toBe(said);
});
