import { logTable, logTriggers } from '#engine/catalog/migrations/0001-register.ts';
import type { LogRepository } from '#engine/catalog/repositories/log.ts';
import type { Problem } from '#shared/register/verify-log.ts';

/** Whether table `log` is the one that Custos made, with its triggers, in a sound database file. */
export function checkSchema(log: LogRepository): Problem[] {
  const schema = log.schema();
  const problems: Problem[] = [];
  const table = schema.find(({ type, name }) => type === 'table' && name === 'log');
  if (table?.sql !== logTable) problems.push({ seq: null, kind: 'schema-changed', detail: table === undefined ? 'The table of entries is missing.' : 'The table of entries was altered: its columns are not those that Custos made, so that something in it is not under the hashes.' });
  for (const [name, sql] of Object.entries(logTriggers)) {
    const found = schema.find((item) => item.type === 'trigger' && item.name === name);
    if (found?.sql !== sql) problems.push({ seq: null, kind: 'trigger-missing', detail: `The guard ${name} was ${found === undefined ? 'removed' : 'altered'} by another program. The entries themselves are proven by their hashes.` });
  }
  for (const { type, name } of schema) if (type === 'trigger' && !(name in logTriggers)) problems.push({ seq: null, kind: 'schema-changed', detail: `A trigger that Custos did not make was added to the register: ${name.slice(0, 60)}.` });
  if (log.damage().length > 0) problems.push({ seq: null, kind: 'file-damaged', detail: 'SQLite finds damage in register.sqlite.' });
  return problems;
}
