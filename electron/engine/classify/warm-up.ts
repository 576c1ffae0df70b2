import { classifyTable } from './classify-table.ts';
import { columnFacts } from './column-facts.ts';
import { valueTools } from '../values/value-tools.ts';

/**
 * Makes what the classifier makes once (lexicon, word lists, country names: some 0.2 s), for a moment in which this
 * process only waits.
 */
export function warmUp(): void {
  const tools = valueTools();
  tools.isCountry('');
  tools.isPhone('+41 44 668 18 00');
  void classifyTable([columnFacts('name', 'name', 0, ['Anna', 'Bruno', 'Carla'])], tools, '2000-01-01');
}
