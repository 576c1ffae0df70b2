import { valueOf } from './answer.ts';
import { declaredOf, type Declared } from './compare/declared.ts';
import { declaredPurposes } from './declared-uses.ts';
import type { RegisterSnapshot } from './register-snapshot.ts';

/**
 * The one record that a purpose of the program or the workspace has, so that nobody begins a second one: that which
 * people stand behind, else the one that the log proposes. What is retired is none.
 * @param preset id of the purpose, as recipes and the log name it
 */
export function recordOfPurpose(snapshot: RegisterSnapshot, preset: string): Declared<'purpose'> | undefined {
  const records = declaredOf(snapshot, 'purpose');
  const [stated] = declaredPurposes(snapshot, preset);
  return (
    records.find(({ id }) => id === stated?.id) ??
    records.find(
      ({ id, drafted, holds }) => id === preset || [drafted, holds].some(({ body }) => valueOf(body.preset) === preset),
    )
  );
}
