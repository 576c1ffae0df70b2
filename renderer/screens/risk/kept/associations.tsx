import { useState } from 'react';
import type { KeptFigures, KeptPair } from '#shared/domain/kept-figures.ts';
import { keptWindowText } from '#shared/text/window/kept.ts';
import { AssociationMatrix } from '#renderer/charts/association-matrix.tsx';
import plain from '#renderer/design/plain-table.module.css';
import styles from './kept.module.css';

const text = keptWindowText.associations;
const named = 8;

function Pairs({ columns, pairs, label }: { columns: readonly string[]; pairs: readonly KeptPair[]; label: string }) {
  return (
    <table className={`${plain.plain} ${styles.pairs}`} aria-label={label}>
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
        {pairs.map((pair) => (
          <tr key={`${pair.a} ${pair.b}`}>
            <th scope="row">{keptWindowText.pair(columns, pair)}</th>
            <td>{keptWindowText.by[pair.by]}</td>
            <td>{keptWindowText.strength(pair.before)}</td>
            <td>{keptWindowText.strength(pair.after)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** How strongly columns go together before and after: as a picture, the worst pairs by name, and all of them as a table. */
export function Associations({ associations }: { associations: KeptFigures['associations'] }) {
  const [open, setOpen] = useState(false);
  const { columns, pairs, kept, cut } = associations;
  if (pairs.length === 0) return <p className={styles.soft}>{text.few}</p>;
  const worst = pairs.toSorted((a, b) => Math.abs(b.before - b.after) - Math.abs(a.before - a.after));
  return (
    <>
      <p className={styles.kept}>
        {keptWindowText.kept(kept, pairs.length)} {cut > 0 && keptWindowText.cut(cut)}
      </p>
      <div className={styles.pair}>
        <AssociationMatrix associations={associations} />
        <div>
          <Pairs columns={columns} pairs={worst.slice(0, named)} label={text.worst} />
          {pairs.length > named && (
            <details className={styles.every} onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
              <summary>{text.every(pairs.length)}</summary>
              {open && (
                <div className={styles.scroll} tabIndex={0} role="group" aria-label={text.every(pairs.length)}>
                  <Pairs columns={columns} pairs={worst} label={text.every(pairs.length)} />
                </div>
              )}
            </details>
          )}
        </div>
      </div>
    </>
  );
}
