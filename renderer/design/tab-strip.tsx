import { ActionIcon, Tabs } from '@mantine/core';
import { ChevronLeft, ChevronRight } from 'lucide-react';
import { useEffect, useRef, useState, type ReactNode } from 'react';
import styles from './tabs.module.css';

/** How far the strip can still be moved either way. */
interface Beyond {
  left: boolean;
  right: boolean;
}

/**
 * Tabs in one line however many there are: what does not fit is moved into sight by the arrow keys, the wheel, or the
 * buttons at its ends, which only a pointer needs.
 */
export function TabStrip({ shown, children }: { shown: string; children: ReactNode }) {
  const strip = useRef<HTMLDivElement>(null);
  const [beyond, setBeyond] = useState<Beyond>({ left: false, right: false });
  useEffect(() => {
    const element = strip.current;
    if (element === null) return;
    const look = (): void => {
      const { scrollLeft, scrollWidth, clientWidth } = element;
      // A part of a pixel is nothing that anybody could see.
      setBeyond({ left: scrollLeft > 1, right: scrollLeft + clientWidth < scrollWidth - 1 });
    };
    look();
    const watched = new ResizeObserver(look);
    watched.observe(element);
    for (const tab of element.querySelectorAll('[role="tab"]')) watched.observe(tab);
    element.addEventListener('scroll', look);
    return () => {
      watched.disconnect();
      element.removeEventListener('scroll', look);
    };
  }, []);
  useEffect(() => {
    strip.current
      ?.querySelector('[role="tab"][aria-selected="true"]')
      ?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }, [shown]);
  const move = (by: -1 | 1) => (): void => {
    const element = strip.current;
    element?.scrollBy({ left: by * element.clientWidth * 0.7 });
  };
  return (
    <div className={styles.strip}>
      <ActionIcon
        className={styles.mover}
        data-idle={!beyond.left || undefined}
        aria-hidden="true"
        tabIndex={-1}
        onClick={move(-1)}
      >
        <ChevronLeft size={16} />
      </ActionIcon>
      <div
        ref={strip}
        className={styles.scroller}
        onWheel={({ deltaX, deltaY }) => {
          if (deltaX === 0) strip.current?.scrollBy({ left: deltaY });
        }}
      >
        <Tabs.List className={styles.line}>{children}</Tabs.List>
      </div>
      <ActionIcon
        className={styles.mover}
        data-idle={!beyond.right || undefined}
        aria-hidden="true"
        tabIndex={-1}
        onClick={move(1)}
      >
        <ChevronRight size={16} />
      </ActionIcon>
    </div>
  );
}
