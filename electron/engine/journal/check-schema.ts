import { logTable, logTriggers } from '#engine/catalog/migrations/0001-register.ts';
import type { LogRepository } from '#engine/catalog/repositories/log.ts';
import type { Problem } from '#shared/journal/verify-log.ts';
import { journalText } from '#shared/text/engine/journal.ts';

/** Whether table `log` is the one that Custos made, with its triggers, in a sound database file. */
export function checkSchema(log: LogRepository): Problem[] {
  const schema = log.schema();
  const problems: Problem[] = [];
  const table = schema.find(({ type, name }) => type === 'table' && name === 'log');
  if (table?.sql !== logTable)
    problems.push({
      seq: null,
      kind: 'schema-changed',
      detail: table === undefined ? journalText.tableMissing : journalText.tableAltered,
    });
  for (const [name, sql] of Object.entries(logTriggers)) {
    const found = schema.find((item) => item.type === 'trigger' && item.name === name);
    if (found?.sql !== sql)
      problems.push({
        seq: null,
        kind: 'trigger-missing',
        detail: found === undefined ? journalText.guardRemoved(name) : journalText.guardAltered(name),
      });
  }
  for (const { type, name } of schema)
    if (type === 'trigger' && !(name in logTriggers))
      problems.push({ seq: null, kind: 'schema-changed', detail: journalText.triggerAdded(name) });
  if (log.damage().length > 0) problems.push({ seq: null, kind: 'file-damaged', detail: journalText.damageFound });
  return problems;
}
