import { Button } from '@mantine/core';
import { Wrench } from 'lucide-react';
import { useState } from 'react';
import type { GuardFinding } from '#shared/domain/guardrail.ts';
import type { Recipe } from '#shared/domain/recipe-file.ts';
import { fixOf } from '#shared/guardrails/fixes.ts';
import { useWorkspace } from '#renderer/client/queries.ts';
import { Notice } from '#renderer/design/notice.tsx';
import { guarded } from '#renderer/workspace/workspace-actions.ts';
import { fixesText as text } from '#shared/text/fixes.ts';
import { fixFindings, undoFix, useLastFix } from './fixes.ts';

interface OfRecipe {
  datasetId: string;
  recipe: Recipe;
}

/** Presses once: the recipe gets what settles these findings, and everything is measured again. */
function Fix({
  datasetId,
  recipe,
  findings,
  label,
  filled = false,
}: OfRecipe & { findings: readonly GuardFinding[]; label: string; filled?: boolean }) {
  const [busy, setBusy] = useState(false);
  const [why, setWhy] = useState<string[]>([]);
  const readOnly = useWorkspace().data?.readOnly ?? true;
  const fix = async (): Promise<void> => {
    setBusy(true);
    await guarded(async () => setWhy(await fixFindings({ id: datasetId }, recipe, findings)));
    setBusy(false);
  };
  return (
    <>
      <Button
        variant={filled ? 'filled' : 'default'}
        leftSection={<Wrench size={14} aria-hidden="true" />}
        loading={busy}
        disabled={readOnly}
        onClick={() => void fix()}
      >
        {label}
      </Button>
      {why.length > 0 && <Notice tone="warn">{why.join(' ')}</Notice>}
    </>
  );
}

/** What the recipe can do about one finding; nothing where a person has to choose. */
export function FixButton({ finding, ...of }: OfRecipe & { finding: GuardFinding }) {
  const fix = fixOf(finding);
  return fix === null ? null : <Fix {...of} findings={[finding]} label={text.press[fix.way](fix.columns)} />;
}

/** All blocks that the recipe can settle, in one press. */
export function FixAll({ findings, ...of }: OfRecipe & { findings: readonly GuardFinding[] }) {
  const fixable = findings.filter((finding) => finding.verdict === 'block' && fixOf(finding) !== null);
  return fixable.length === 0 ? null : <Fix {...of} filled findings={fixable} label={text.all(fixable.length)} />;
}

/** What the last press added, and the way back. */
export function LastFixNotice({ datasetId, recipe }: OfRecipe) {
  const fix = useLastFix(datasetId, recipe);
  if (fix === null) return null;
  const undo = (): void => void guarded(() => undoFix(datasetId, fix));
  return (
    <Notice tone="pass" action={<Button onClick={undo}>{text.undo}</Button>}>
      {text.done(fix.steps)}
    </Notice>
  );
}
