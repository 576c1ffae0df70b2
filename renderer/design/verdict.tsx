import { Check, TriangleAlert, X } from 'lucide-react';
import type { GuardVerdict } from '#shared/domain/guardrail.ts';
import { appText } from '#shared/text/window/app.ts';
import { Pill } from './pill.tsx';

const icon = { pass: Check, warn: TriangleAlert, block: X };

/** pass ✓ green, warn ! amber, block ✕ red; the word always stands beside the mark. */
export function Verdict({ verdict, children }: { verdict: GuardVerdict; children?: string }) {
  const Icon = icon[verdict];
  return <Pill tone={verdict}><Icon size={12} aria-hidden="true" />{children ?? appText.verdicts[verdict]}</Pill>;
}
