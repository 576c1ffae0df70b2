import { Button } from '@mantine/core';
import { useState } from 'react';
import { isOpen, type QualityFinding, type QualityRun, type QualityState } from '#shared/domain/quality.ts';
import { qualityText } from '#shared/text/quality.ts';
import { qualityWindowText as text } from '#shared/text/window/quality.ts';
import { Pill, type Tone } from '#renderer/design/pill.tsx';
import { SettleDialog } from './settle-dialog.tsx';
import { Trend } from './trend.tsx';
import styles from './quality.module.css';

const tones: Record<QualityState, Tone> = { passed: 'pass', warn: 'warn', failed: 'block', 'not-done': 'unstated' };
const order: readonly QualityState[] = ['failed', 'not-done', 'warn', 'passed'];

function Found({ finding }: { finding: QualityFinding }) {
  const { at, examples, settled } = finding;
  return (
    <>
      {qualityText.found(finding)}
      {(at.length > 0 || examples.length > 0) && (
        <span className={styles.soft}>
          {at.length > 0 && qualityText.rowsNamed(at)}
          {examples.length > 0 && ` · ${text.examples} ${examples.join('  ')}`}
        </span>
      )}
      {settled !== null && (
        <span className={styles.soft}>{qualityText.settled(settled.way, settled.reason, settled.until)}</span>
      )}
    </>
  );
}

function Rows({
  findings,
  label,
  onSettle,
}: {
  findings: readonly QualityFinding[];
  label: string;
  onSettle: ((finding: QualityFinding) => void) | null;
}) {
  return (
    <table className={styles.table} aria-label={label}>
      <thead>
        <tr>
          <th scope="col">{text.heads.state}</th>
          <th scope="col">{text.heads.asks}</th>
          <th scope="col">{text.heads.found}</th>
          <th scope="col">{text.heads.trend}</th>
          <td />
        </tr>
      </thead>
      <tbody>
        {findings.map((finding) => {
          const asks = qualityText.asks(finding);
          return (
            <tr key={finding.id}>
              <td>
                <Pill tone={finding.settled === null ? tones[finding.state] : 'quiet'}>
                  {qualityText.states[finding.state]}
                </Pill>
              </td>
              <th scope="row">
                {asks}
                <span className={styles.soft}>{qualityText.why(finding)}</span>
              </th>
              <td>
                <Found finding={finding} />
              </td>
              <td>
                <Trend points={finding.trend} />
              </td>
              <td>
                {onSettle !== null && isOpen(finding) && (
                  <Button aria-label={text.settle.of(asks)} onClick={() => onSettle(finding)}>
                    {text.settle.button}
                  </Button>
                )}
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

/** What a run found: open findings first, what passed folded away. */
export function Findings({ datasetId, run, readOnly }: { datasetId: string; run: QualityRun; readOnly: boolean }) {
  const [settling, setSettling] = useState<QualityFinding | null>(null);
  const open = (finding: QualityFinding): number => (isOpen(finding) ? 0 : 1);
  const told = run.findings
    .filter(({ state }) => state !== 'passed')
    .toSorted((a, b) => open(a) - open(b) || order.indexOf(a.state) - order.indexOf(b.state));
  const passed = run.findings.filter(({ state }) => state === 'passed');
  return (
    <>
      {told.length > 0 && (
        <Rows findings={told} label={text.findings} onSettle={readOnly ? null : (finding) => setSettling(finding)} />
      )}
      {passed.length > 0 && (
        <details className={styles.folded}>
          <summary>{text.passed(passed.length)}</summary>
          <Rows findings={passed} label={text.passed(passed.length)} onSettle={null} />
        </details>
      )}
      {settling !== null && (
        <SettleDialog datasetId={datasetId} run={run.entry} finding={settling} onClose={() => setSettling(null)} />
      )}
    </>
  );
}
