import { useState } from 'react';
import type { RetentionRuleView } from '#shared/contract/retention.ts';
import { DecideDialog } from './decide-dialog.tsx';
import { OwnRuleDialog, RemoveRuleDialog } from './own-rule-dialog.tsx';
import { RulesTable } from './rules-table.tsx';

type Wish = { kind: 'add' } | { kind: 'change' | 'remove'; rule: RetentionRuleView };

/** The rules, with what is asked where one is changed, made or taken away. */
export function Rules({ rules, mayApprove }: { rules: readonly RetentionRuleView[]; mayApprove: boolean }) {
  const [wish, setWish] = useState<Wish | null>(null);
  const close = (): void => setWish(null);
  const changed = wish?.kind === 'change' ? wish.rule : null;
  return (
    <>
      <RulesTable
        rules={rules}
        mayApprove={mayApprove}
        onChange={(rule) => setWish({ kind: 'change', rule })}
        onAdd={() => setWish({ kind: 'add' })}
        onRemove={(rule) => setWish({ kind: 'remove', rule })}
      />
      {wish?.kind === 'add' && <OwnRuleDialog rule={null} onClose={close} />}
      {changed !== null && changed.own === null && <DecideDialog rule={changed} onClose={close} />}
      {changed !== null && changed.own !== null && <OwnRuleDialog rule={changed} onClose={close} />}
      {wish?.kind === 'remove' && <RemoveRuleDialog rule={wish.rule} onClose={close} />}
    </>
  );
}
