import { Failure } from '#shared/contract/failure.ts';
import type { RetentionRuleId } from '#shared/domain/retention.ts';
import { retentionCommandText as text } from '#shared/text/cli/retention.ts';
import type { CommandContext } from '../terminal/context.ts';

/** A rule of the open workspace by its id or what it is called. @throws Failure WRONG_USAGE that names all */
export async function retentionRuleMeant(client: CommandContext['client'], typed: string): Promise<RetentionRuleId> {
  const rules = await client.retention.rules({});
  const wanted = typed.trim().toLowerCase();
  const found = rules.find(({ id, title }) => id === wanted || title.toLowerCase() === wanted);
  if (found !== undefined) return found.id;
  const known = rules.map(({ id }) => id);
  throw new Failure('WRONG_USAGE', text.noRule(typed, known));
}
