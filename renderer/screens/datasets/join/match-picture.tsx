import type { JoinMatch, PeopleRange } from '#shared/domain/joined-view.ts';
import { joinedViewText } from '#shared/text/joined-view.ts';
import { joinText as text } from '#shared/text/window/join.ts';
import styles from './join.module.css';

const [width, tall, gap, head] = [720, 26, 10, 18];
const height = 2 * (tall + head) + gap;
const middle = ({ least, most }: PeopleRange): number => (least + most) / 2;

/** The people of both datasets on one scale, a bar each; where both bars have colour are those who are in both. */
export function MatchPicture({ match }: { match: JoinMatch }) {
  const { left, right, both } = match;
  const { range } = joinedViewText;
  const [onlyLeft, shared, onlyRight] = [middle(left.only), middle(both), middle(right.only)];
  const all = Math.max(1, onlyLeft + shared + onlyRight);
  const at = (people: number): number => (people / all) * (width - 2) + 1;
  const [from, to] = [at(onlyLeft), at(onlyLeft + shared)];
  const label = text.picture(left.name, right.name, range(both), range(left.only), range(right.only));
  const bar = (name: string, only: PeopleRange, people: string, x: number, end: number, top: number) => (
    <g>
      <text x={1} y={top + 12} className={styles.name}>
        {name}
        <tspan className={styles.soft}>{`  ${text.inBoth(range(both), people)}, ${text.only(range(only))}`}</tspan>
      </text>
      <rect x={x} y={top + head} width={Math.max(1, end - x)} height={tall} className={styles.ground} />
      <rect x={from} y={top + head} width={Math.max(0, to - from)} height={tall} className={styles.overlap} />
    </g>
  );
  return (
    <svg viewBox={`0 0 ${width} ${height}`} className={styles.picture} role="img" aria-label={label}>
      {bar(left.name, left.only, range({ least: left.people, most: left.people }), at(0), to, 0)}
      {bar(
        right.name,
        right.only,
        range({ least: right.people, most: right.people }),
        from,
        at(all),
        tall + head + gap,
      )}
    </svg>
  );
}
