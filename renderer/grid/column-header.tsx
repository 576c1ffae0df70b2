import type { CustomHeaderProps } from 'ag-grid-react';
import { ArrowDown, ArrowUp, ListFilter } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { ClassBadge } from '#renderer/design/class-badge.tsx';
import { useSelectedColumn } from '#renderer/state/ui-state.ts';
import type { ColumnMark } from '#shared/domain/shown-class.ts';
import { gridText } from '#shared/text/window/grid.ts';
import styles from './data-grid.module.css';

export interface HeaderInfo {
  name: string;
  shownClass: ColumnMark | null;
  type: string;
  needsReview: boolean;
}

/** Class badge, name and type of a column, its sort mark and filter button. */
export function ColumnHeader({ column, progressSort, showFilter, info }: CustomHeaderProps & { info: HeaderInfo }) {
  const [, redraw] = useState(0);
  const filter = useRef<HTMLButtonElement>(null);
  const selected = useSelectedColumn() === info.name;
  useEffect(() => {
    const changed = (): void => redraw((now) => now + 1);
    column.addEventListener('sortChanged', changed);
    column.addEventListener('filterActiveChanged', changed);
    return () => {
      column.removeEventListener('sortChanged', changed);
      column.removeEventListener('filterActiveChanged', changed);
    };
  }, [column]);
  const sort = column.getSort();
  return (
    <div
      className={styles.header}
      data-selected={selected || undefined}
      onClick={(event) => progressSort(event.shiftKey)}
    >
      <div className={styles.headerTop}>
        {info.shownClass && <ClassBadge of={info.shownClass} short />}
        <span className={styles.headerName} title={info.name.slice(0, 500)}>
          {info.name.slice(0, 200)}
        </span>
        {sort &&
          (sort === 'asc' ? <ArrowUp size={13} aria-hidden="true" /> : <ArrowDown size={13} aria-hidden="true" />)}
        {column.isFilterAllowed() && (
          <button
            ref={filter}
            type="button"
            tabIndex={-1}
            className={styles.filter}
            data-active={column.isFilterActive() || undefined}
            aria-label={gridText.filterColumn(info.name.slice(0, 100))}
            onClick={(event) => {
              event.stopPropagation();
              showFilter(filter.current!);
            }}
          >
            <ListFilter size={13} aria-hidden="true" />
          </button>
        )}
      </div>
      <div className={styles.headerType}>
        {info.type}
        {info.needsReview && <span className={styles.doubt}>{gridText.doubt}</span>}
      </div>
    </div>
  );
}
