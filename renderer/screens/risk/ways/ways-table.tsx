import { Button } from '@mantine/core';
import type { ComparedWay, WayComparison } from '#shared/domain/compared-way.ts';
import type { Recipe } from '#shared/domain/recipe-file.ts';
import { shortLabels } from '#shared/text/labels.ts';
import { waysWindowText as text } from '#shared/text/window/ways.ts';
import table from '#renderer/design/plain-table.module.css';
import styles from './ways.module.css';

/** How much of the source's detail is left, as a bar with its number. */
function Detail({ share }: { share: number | null }) {
  return (
    <span className={styles.detail}>
      {share !== null && (
        <span className={styles.track} aria-hidden="true">
          <span className={styles.kept} style={{ inlineSize: `${share * 100}%` }} />
        </span>
      )}
      {text.detail(share)}
    </span>
  );
}

function Way({ found, of, onUse }: { found: ComparedWay; of: number; onUse: ((recipe: Recipe) => void) | null }) {
  const { way, recipe, why, label, rowsIn, rowsOut, columns, detail, k, attacks } = found;
  const refused = why.length > 0;
  return (
    <tr data-refused={refused || undefined}>
      <th scope="row">
        <strong>{text.names[way]}</strong>
        <span className={styles.what}>{text.what[way]}</span>
        {why.map((sentence) => (
          <span key={sentence} className={styles.why}>
            {text.refused(sentence)}
          </span>
        ))}
      </th>
      <td>{way === 'synthetic' ? text.drawn(rowsOut) : text.rows(rowsOut, rowsIn)}</td>
      <td>{text.columns(columns, of)}</td>
      <td>
        <Detail share={detail} />
      </td>
      <td>{text.alike(k, label)}</td>
      <td data-bad={attacks.some(({ verdict }) => verdict === 'refused') || undefined}>{text.worst(attacks, label)}</td>
      <td>{label === null ? '' : shortLabels[label]}</td>
      <td>
        {recipe !== null && (
          <Button
            size="xs"
            aria-label={text.useOf(text.names[way])}
            disabled={onUse === null}
            onClick={() => onUse?.(recipe)}
          >
            {text.use}
          </Button>
        )}
      </td>
    </tr>
  );
}

/** The ways of one comparison, one to a row. */
export function WaysTable({
  found,
  onUse,
}: {
  found: WayComparison;
  /** Null where nothing may be changed. */
  onUse: ((way: ComparedWay['way'], recipe: Recipe) => void) | null;
}) {
  return (
    <table className={`${table.plain} ${styles.ways}`}>
      <thead>
        <tr>
          {Object.values(text.heads).map((head) => (
            <th key={head} scope="col">
              {head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {found.ways.map((one) => (
          <Way
            key={one.way}
            found={one}
            of={found.sourceColumns}
            onUse={onUse && ((recipe) => onUse(one.way, recipe))}
          />
        ))}
      </tbody>
    </table>
  );
}
