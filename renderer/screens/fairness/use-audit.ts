import { useState } from 'react';
import type { AuditChoiceColumn } from '#shared/contract/fairness.ts';
import { fairnessScreenText } from '#shared/text/window/fairness.ts';
import { engine } from '#renderer/client/connection.ts';
import { notifyDone } from '#renderer/client/notify.ts';
import { keys, refresh } from '#renderer/client/query-client.ts';
import { runJob } from '#renderer/client/use-job.ts';
import { proposedYes, typedYes, type Wish, type YesWish } from './wish.ts';

const text = fairnessScreenText.form;

interface Audit {
  audit(wish: Wish): Promise<void>;
  busy: boolean;
  /** Why the last one came to nothing; null where it did not. */
  failure: unknown;
}

/** Audits a dataset as somebody wishes, a job that can be cancelled. @param onDone called when the audit is there */
export function useAudit(
  dataset: { id: string; name: string },
  columns: readonly AuditChoiceColumn[],
  onDone: () => void,
): Audit {
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<unknown>(null);
  // What two values say by themselves is left to them, so that the audit tells who said it.
  const says = (of: string | null, yes: YesWish): string[] =>
    JSON.stringify(yes) === JSON.stringify(proposedYes(columns.find(({ name }) => name === of))) ? [] : typedYes(yes);
  const run = ({ outcome, chosen, label, positive, score, groups }: Wish) =>
    runJob(text.job(dataset.name), () =>
      engine.fairness.audit({
        datasetId: dataset.id,
        outcome: outcome ?? '',
        chosen: says(outcome, chosen),
        groups,
        ...(label === null ? {} : { label, positive: says(label, positive) }),
        ...(score === null ? {} : { score }),
      }),
    );
  const audit = async (wish: Wish): Promise<void> => {
    setBusy(true);
    setFailure(null);
    try {
      const made = await run(wish);
      setBusy(false);
      if (made === null) return;
      onDone();
      notifyDone(text.done(made.entry));
      await refresh(
        keys.fairness(dataset.id),
        keys.assessment(dataset.id),
        keys.principles,
        keys.register,
        keys.verification,
      );
    } catch (error) {
      setFailure(error);
    } finally {
      setBusy(false);
    }
  };
  return { audit, busy, failure };
}
