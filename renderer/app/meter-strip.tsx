import { Popover, Tooltip } from '@mantine/core';
import { useClassification } from '#renderer/client/queries.ts';
import { decidedColumns, openDoubts } from '#renderer/client/review.ts';
import { useStanding } from '#renderer/client/use-standing.ts';
import { figuresText } from '#shared/text/figures.ts';
import { appText } from '#shared/text/window/app.ts';
import { count } from '#shared/text/numbers.ts';
import styles from './meter-strip.module.css';
import { useShownDataset } from './shown-dataset.ts';

type Tone = 'quiet' | 'pass' | 'warn' | 'block';

/** `brief`: what stands there where the whole label takes too much of the line. */
function Meter({
  label,
  brief = label,
  help,
  value,
  tone,
}: {
  label: string;
  brief?: string;
  help: string;
  value: string;
  tone: Tone;
}) {
  return (
    <Tooltip label={help} multiline maw={300}>
      <div className={styles.meter} data-tone={tone} role="group" aria-label={label}>
        <span className={styles.label}>{brief}</span>
        <span className={styles.value}>{value}</span>
      </div>
    </Tooltip>
  );
}

/** What the numbers count, in one line that leaves room for them; pressed, it lists every column. */
function Basis({ columns, hasRecipe }: { columns: readonly string[]; hasRecipe: boolean }) {
  const text = appText.strip;
  const over = figuresText.overFew(columns);
  const words = hasRecipe ? text.withRecipe(over) : text.raw(over);
  if (columns.length === 0) return <span className={styles.basis}>{words}</span>;
  return (
    <Popover position="top-end" width={320} trapFocus returnFocus withRoles>
      <Popover.Target>
        <button type="button" className={styles.basis} title={words}>
          {words}
        </button>
      </Popover.Target>
      <Popover.Dropdown aria-label={text.countedTitle(columns.length)}>
        <p className={styles.countedTitle}>{text.countedTitle(columns.length)}</p>
        <ul className={styles.counted} tabIndex={0} aria-label={text.countedTitle(columns.length)}>
          {columns.map((name) => (
            <li key={name}>
              <bdi>{name.slice(0, 500)}</bdi>
            </li>
          ))}
        </ul>
      </Popover.Dropdown>
    </Popover>
  );
}

/**
 * Smallest group, unique rows over what is counted and over all columns, open doubts, blocking guardrails of the
 * dataset in hand; follows the recipe as it changes.
 */
export function MeterStrip() {
  const text = appText.strip;
  const dataset = useShownDataset();
  const standing = useStanding(dataset);
  const classification = useClassification(dataset?.id ?? null);
  if (!dataset) return null;
  const { assessment, hasRecipe, reached, pending } = standing;
  const waiting = pending ? text.measuring : text.unknown;
  const blocking = assessment?.findings.filter((finding) => finding.verdict === 'block').length;
  const open = classification.data && openDoubts(classification.data);
  // Nothing is earned by doing nothing: no doubt where nobody has decided, and no block where nothing is to be
  // released, is not green.
  const settled =
    classification.data !== undefined && decidedColumns(classification.data) === classification.data.columns.length;
  const over = figuresText.over(assessment?.counted ?? []);
  // Of no rows at all nothing good can be said.
  const some = assessment !== null && assessment.rowsOut > 0;
  return (
    <section className={styles.strip} aria-label={text.label} aria-busy={pending}>
      <Meter
        label={text.smallest}
        help={text.smallestHelp(over)}
        value={assessment ? `k = ${count(assessment.k)}` : waiting}
        tone={!assessment ? 'quiet' : reached ? 'pass' : 'block'}
      />
      <Meter
        label={text.unique}
        help={text.uniqueHelp(over)}
        value={assessment ? text.ofRows(assessment.uniqueRows, assessment.rowsOut) : waiting}
        tone={!assessment ? 'quiet' : some && assessment.uniqueRows === 0 ? 'pass' : 'block'}
      />
      <Meter
        label={figuresText.allColumns}
        brief={text.allBrief}
        help={text.allColumnsHelp}
        value={assessment ? text.ofRows(assessment.uniqueAllColumns, assessment.rowsOut) : waiting}
        tone={!assessment ? 'quiet' : some && assessment.uniqueAllColumns === 0 ? 'pass' : 'warn'}
      />
      <Meter
        label={text.doubts}
        help={text.doubtsHelp}
        value={open === undefined ? waiting : count(open)}
        tone={open === undefined ? 'quiet' : open > 0 ? 'warn' : settled ? 'pass' : 'quiet'}
      />
      <Meter
        label={text.blocking}
        brief={text.blockingBrief}
        help={text.blockingHelp}
        value={blocking === undefined ? waiting : count(blocking)}
        tone={blocking === undefined ? 'quiet' : blocking > 0 ? 'block' : hasRecipe ? 'pass' : 'quiet'}
      />
      {assessment && <Basis columns={assessment.counted} hasRecipe={hasRecipe} />}
    </section>
  );
}
