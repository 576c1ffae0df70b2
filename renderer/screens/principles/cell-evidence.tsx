import { Button } from '@mantine/core';
import type { PrincipleCheckShown, PrinciplesShown } from '#shared/contract/principles.ts';
import { moment } from '#shared/text/numbers.ts';
import { principleStates } from '#shared/text/principles.ts';
import { principlesText } from '#shared/text/window/principles.ts';
import { Verdict } from '#renderer/design/verdict.tsx';
import { goToEntry } from '#renderer/state/register-place.ts';
import { goToPlace } from './go-to-place.ts';
import type { ChosenCell } from './principles-matrix.tsx';
import styles from './principles.module.css';

const text = principlesText.evidence;

function Check({ check }: { check: PrincipleCheckShown }) {
  const { state, at, on, entry, says, fix, place } = check;
  return (
    <li className={styles.check}>
      <Verdict verdict="pass" state={state}>
        {principleStates[state]}
      </Verdict>
      <p>{says}</p>
      {fix !== '' && <p className={styles.fix}>{fix}</p>}
      <p className={styles.soft}>{text.at(moment(at), on)}</p>
      <div className={styles.buttons}>
        {entry !== null && (
          <Button size="compact-sm" onClick={() => goToEntry(entry)}>
            {text.entry(entry)}
          </Button>
        )}
        {place !== null && (
          <Button size="compact-sm" onClick={() => goToPlace(place)}>
            {place.part === null ? text.go[place.screen] : text.goPart[place.part]}
          </Button>
        )}
      </div>
    </li>
  );
}

/** What a cell rests on: each check with its words, its time, its entry, and the way to where it is settled. */
export function CellEvidence({ found, chosen }: { found: PrinciplesShown; chosen: ChosenCell | null }) {
  if (chosen === null) return <p className={styles.soft}>{text.choose}</p>;
  const cell = found.cells.find((each) => each.control === chosen.control && each.dataset === chosen.dataset);
  const title = found.controls.find(({ id }) => id === chosen.control)?.title ?? '';
  const about = found.datasets.find(({ id }) => id === chosen.dataset)?.name ?? principlesText.workspace;
  // What a dataset shows counts for the workspace, too: it is told there by name.
  const ofDatasets =
    chosen.dataset === null
      ? found.cells.filter((each) => each.control === chosen.control && each.dataset !== null && each.checks.length > 0)
      : [];
  return (
    <section aria-label={text.of(chosen.control, title, about)}>
      <h2 className={styles.heading}>{text.of(chosen.control, title, about)}</h2>
      {(cell?.checks.length ?? 0) === 0 && ofDatasets.length === 0 && <p>{text.none}</p>}
      <ul className={styles.checks}>
        {cell?.checks.map((check, at) => (
          <Check key={at} check={check} />
        ))}
      </ul>
      {ofDatasets.map(({ dataset, checks }) => (
        <section key={dataset}>
          <h3 className={styles.of}>{found.datasets.find(({ id }) => id === dataset)?.name}</h3>
          <ul className={styles.checks}>
            {checks.map((check, at) => (
              <Check key={at} check={check} />
            ))}
          </ul>
        </section>
      ))}
    </section>
  );
}
