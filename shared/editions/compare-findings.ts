import type { KeptFinding } from '#shared/domain/edition.ts';

/** A guardrail whose answer is otherwise than the last time. */
export interface ChangedFinding {
  change: 'new' | 'gone' | 'changed';
  before: KeptFinding | null;
  after: KeptFinding | null;
}

/** Whether somebody has to look: a block, a warning, or what nobody stated. */
const asks = (finding: KeptFinding | undefined): boolean => finding !== undefined && finding.verdict !== 'pass';

/** What a guardrail measured of the machine and not of the file: another run has other numbers. */
const ofTheMachine: ReadonlySet<string> = new Set(['perSecond', 'seconds', 'tried', 'undone']);

const told = ({ verdict, state, columns, reason }: KeptFinding): string =>
  JSON.stringify([
    verdict,
    state,
    columns.toSorted(),
    reason.code,
    Object.keys(reason.values)
      .toSorted()
      .map((name) => [
        name,
        JSON.stringify(reason.values[name], (key, value: unknown) => (ofTheMachine.has(key) ? undefined : value)),
      ]),
  ]);

/**
 * Which answers are otherwise: new where somebody has to look who had not to, gone the other way round, changed where
 * counts, columns or the reason differ. What passes and counts otherwise is told, too: more minors that are left out
 * are no less new for being left out.
 */
export function compareFindings(before: readonly KeptFinding[], after: readonly KeptFinding[]): ChangedFinding[] {
  const old = new Map(before.map((finding) => [finding.id, finding]));
  const here = new Map(after.map((finding) => [finding.id, finding]));
  return [...new Set([...here.keys(), ...old.keys()])].flatMap((id): ChangedFinding[] => {
    const [was, is] = [old.get(id), here.get(id)];
    const both = { before: was ?? null, after: is ?? null };
    if (asks(is) && !asks(was)) return [{ change: 'new', ...both }];
    if (asks(was) && !asks(is)) return [{ change: 'gone', ...both }];
    return was !== undefined && is !== undefined && told(was) !== told(is) ? [{ change: 'changed', ...both }] : [];
  });
}
