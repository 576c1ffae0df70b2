import { useVirtualizer } from '@tanstack/react-virtual';
import { useRef } from 'react';
import { registerFilesWindowText } from '#shared/text/window/register-files.ts';
import type { ImportLine } from './import-lines.ts';
import styles from './register-files.module.css';

const text = registerFilesWindowText.import;
const rowHeight = 30;

/** Lines of an import, of which only those in sight are drawn. */
export function ImportList({ lines, lastColumn }: { lines: readonly ImportLine[]; lastColumn: string }) {
  const scroller = useRef<HTMLDivElement>(null);
  const rows = useVirtualizer({
    count: lines.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan: 10,
  });
  return (
    <div className={styles.table} role="table" aria-label={text.list} aria-rowcount={lines.length + 1}>
      <div role="rowgroup">
        <div role="row" className={`${styles.row} ${styles.head}`}>
          <span role="columnheader">{text.columns.where}</span>
          <span role="columnheader">{text.columns.says}</span>
          <span role="columnheader">{lastColumn}</span>
        </div>
      </div>
      <div ref={scroller} role="rowgroup" className={styles.body} tabIndex={0}>
        <div role="presentation" style={{ height: rows.getTotalSize(), position: 'relative' }}>
          {rows.getVirtualItems().map(({ index, start }) => {
            const { where, says, becomes } = lines[index]!;
            return (
              <div
                key={index}
                role="row"
                aria-rowindex={index + 2}
                className={`${styles.row} ${styles.place}`}
                style={{ transform: `translateY(${start}px)` }}
              >
                <span role="cell" className={styles.soft} title={where}>
                  {where}
                </span>
                <span role="cell" title={says}>
                  {says}
                </span>
                <span role="cell" title={becomes}>
                  {becomes}
                </span>
              </div>
            );
          })}
        </div>
      </div>
    </div>
  );
}
