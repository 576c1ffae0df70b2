import { useElementSize } from '@mantine/hooks';
import type { KeptFigures, KeptPair } from '#shared/domain/kept-figures.ts';
import { keptWindowText } from '#shared/text/window/kept.ts';
import styles from './association-matrix.module.css';
import charts from './charts.module.css';

const text = keptWindowText.associations;
/** Columns drawn at most: of more a cell is no picture any more. */
const mostDrawn = 24;
const left = 148;
const top = 20;
const largest = 26;
/** Narrower columns are numbered every other one. */
const readable = 18;

/** The columns that are drawn, as places in the list: those whose pairs changed most, in the order of the file. */
function drawnOf({ columns, pairs }: KeptFigures['associations']): number[] {
  const changed = columns.map(() => 0);
  for (const { a, b, before, after } of pairs)
    for (const at of [a, b]) changed[at] = Math.max(changed[at]!, Math.abs(before - after));
  const places = [...columns.keys()].toSorted((a, b) => changed[b]! - changed[a]!).slice(0, mostDrawn);
  return places.toSorted((a, b) => a - b);
}

interface CellProps {
  x: number;
  y: number;
  size: number;
  strength: number;
  words: string;
}

/** A cell that is filled as far as two columns go together. */
function Cell({ x, y, size, strength, words }: CellProps) {
  const inner = size - 2;
  const side = inner * Math.sqrt(strength);
  return (
    <g>
      <title>{words}</title>
      <rect x={x + 1} y={y + 1} width={inner} height={inner} className={styles.ground} />
      <rect
        x={x + 1 + (inner - side) / 2}
        y={y + 1 + (inner - side) / 2}
        width={side}
        height={side}
        className={styles.mark}
      />
    </g>
  );
}

/** Every two columns: above the diagonal how strongly they go together as imported, below it with the recipe. */
export function AssociationMatrix({ associations }: { associations: KeptFigures['associations'] }) {
  const { ref, width } = useElementSize();
  const { columns, pairs, kept } = associations;
  const drawn = drawnOf(associations);
  const size = Math.min(largest, Math.max(4, (width - left) / drawn.length));
  const pairOf = new Map(pairs.map((pair) => [`${pair.a} ${pair.b}`, pair]));
  const words = (pair: KeptPair): string => keptWindowText.pairTitle(columns, pair);
  return (
    <figure className={charts.figure}>
      <div ref={ref} className={styles.frame}>
        {width > 0 && (
          <svg
            width={left + size * drawn.length}
            height={top + size * drawn.length}
            role="img"
            aria-label={text.matrix(columns.length, kept)}
            className={charts.chart}
          >
            {drawn.map((row, y) => (
              <g key={row}>
                <text x={left - 8} y={top + (y + 0.5) * size + 4} textAnchor="end" className={charts.tick}>
                  {`${keptWindowText.short(columns[row]!)} ${y + 1}`}
                </text>
                <text x={left + (y + 0.5) * size} y={top - 6} textAnchor="middle" className={charts.tick}>
                  {size >= readable || y % 2 === 0 ? y + 1 : ''}
                </text>
                {drawn.slice(y + 1).map((column, at) => {
                  const pair = pairOf.get(`${row} ${column}`);
                  const x = y + 1 + at;
                  if (pair === undefined) return null;
                  const [far, near] = [left + x * size, top + y * size];
                  return (
                    <g key={column}>
                      <Cell x={far} y={near} size={size} strength={pair.before} words={words(pair)} />
                      <Cell
                        x={left + y * size}
                        y={top + x * size}
                        size={size}
                        strength={pair.after}
                        words={words(pair)}
                      />
                    </g>
                  );
                })}
              </g>
            ))}
          </svg>
        )}
      </div>
      <figcaption className={charts.caption}>
        {text.caption} {drawn.length < columns.length && text.shown(drawn.length, columns.length)}
      </figcaption>
    </figure>
  );
}
