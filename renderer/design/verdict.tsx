import { Check, CircleHelp, Minus, TriangleAlert, X } from 'lucide-react';
import { stateOf, type GuardState, type GuardVerdict } from '#shared/domain/guardrail.ts';
import { appText } from '#shared/text/window/app.ts';
import { Pill, type Tone } from './pill.tsx';

const icon: Record<GuardState, typeof Check> = {
  passed: Check,
  'needs-you': TriangleAlert,
  blocked: X,
  'does-not-apply': Minus,
  'not-stated': CircleHelp,
};
const tone: Record<GuardState, Tone> = {
  passed: 'pass',
  'needs-you': 'warn',
  blocked: 'block',
  'does-not-apply': 'quiet',
  'not-stated': 'unstated',
};

/**
 * Passed ✓ green, needs you ! amber, blocks ✕ red, does not apply – grey, not stated ? dashed; the word always stands
 * beside the mark.
 */
export function Verdict({
  verdict,
  state,
  children,
}: {
  verdict: GuardVerdict;
  state?: GuardState | undefined;
  children?: string;
}) {
  const shown = stateOf({ verdict, state });
  const Icon = icon[shown];
  return (
    <Pill tone={tone[shown]}>
      <Icon size={12} aria-hidden="true" />
      {children ?? appText.states[shown]}
    </Pill>
  );
}
