import type { ImpactRisk, RiskRating } from '#shared/register/impact/risks.ts';
import { impactWindowText } from '#shared/text/window/impact.ts';
import styles from './impact.module.css';

const text = impactWindowText.map;
const cell = 44;
const left = 28;
const top = 18;
const size = 4 * cell;

interface Point {
  x: number;
  y: number;
}

const fieldOf = ({ severity, likelihood }: RiskRating): string => `${severity} ${likelihood}`;

/** The middle of a rating's field; several in one stand beside each other. */
function point(rating: RiskRating, place: number, of: number): Point {
  const aside = of === 1 ? 0 : ((place % 3) - 1) * 13;
  const down = of === 1 ? 0 : (Math.floor(place / 3) - 0.5) * 14;
  return { x: left + (rating.likelihood - 0.5) * cell + aside, y: top + (4.5 - rating.severity) * cell + down };
}

/** Where each rating is drawn, by the letter of its risk. */
function places(ratings: readonly { letter: string; rating: RiskRating }[]): Map<string, Point> {
  const fields = new Map<string, string[]>();
  for (const { letter, rating } of ratings)
    fields.set(fieldOf(rating), [...(fields.get(fieldOf(rating)) ?? []), letter]);
  return new Map(
    ratings.map(({ letter, rating }) => {
      const there = fields.get(fieldOf(rating)) ?? [];
      return [letter, point(rating, there.indexOf(letter), there.length)];
    }),
  );
}

/** Rated risks by severity and likelihood, an arrow from before the measures to after them. The list says the same. */
export function RiskMap({ risks }: { risks: readonly ImpactRisk[] }) {
  const rated = risks.flatMap(({ inherent, residual }, at) => {
    const letter = impactWindowText.risks.letter(at);
    return inherent === null ? [] : [{ letter, inherent, residual, after: letter.toLowerCase() }];
  });
  if (rated.length === 0) return null;
  const drawn = places([
    ...rated.map(({ letter, inherent }) => ({ letter, rating: inherent })),
    ...rated.flatMap(({ after, residual }) => (residual === null ? [] : [{ letter: after, rating: residual }])),
  ]);
  return (
    <svg
      width={left + size + 4}
      height={top + size + 34}
      role="img"
      aria-label={text.label(rated.length, risks.length)}
      className={styles.map}
    >
      <defs>
        <marker id="risk-arrow" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="7" markerHeight="7" orient="auto">
          <path d="M0,0 L8,4 L0,8 z" className={styles.arrowHead} />
        </marker>
      </defs>
      <text x={0} y={10}>
        {text.severity}
      </text>
      <text x={left + size} y={top + size + 30} textAnchor="end">
        {text.likelihood}
      </text>
      {[1, 2, 3, 4].map((level) => (
        <g key={level}>
          <text x={left - 8} y={top + (4.5 - level) * cell + 4} textAnchor="end">
            {level}
          </text>
          <text x={left + (level - 0.5) * cell} y={top + size + 14} textAnchor="middle">
            {level}
          </text>
          {[1, 2, 3, 4].map((other) => (
            <rect
              key={other}
              x={left + (other - 1) * cell}
              y={top + (4 - level) * cell}
              width={cell}
              height={cell}
              className={styles.mapCell}
            />
          ))}
        </g>
      ))}
      {rated.map(({ letter, after }) => (
        <RiskMark key={letter} letter={letter} after={after} from={drawn.get(letter)!} to={drawn.get(after) ?? null} />
      ))}
    </svg>
  );
}

/** Capital: before what answers it; small: after. */
function RiskMark({ letter, after, from, to }: { letter: string; after: string; from: Point; to: Point | null }) {
  const [dx, dy] = to === null ? [0, 0] : [to.x - from.x, to.y - from.y];
  const long = Math.hypot(dx, dy);
  // The arrow begins and ends beside the letters.
  const step = long === 0 ? 0 : Math.min(9 / long, 0.4);
  return (
    <g>
      {to !== null && long > 0 && (
        <line
          x1={from.x + dx * step}
          y1={from.y + dy * step}
          x2={to.x - dx * step}
          y2={to.y - dy * step}
          className={styles.arrow}
          markerEnd="url(#risk-arrow)"
        />
      )}
      <text x={from.x} y={from.y + 4} textAnchor="middle" className={styles.mapMark}>
        {letter}
      </text>
      {to !== null && long > 0 && (
        <text x={to.x} y={to.y + 4} textAnchor="middle" className={styles.mapMark}>
          {after}
        </text>
      )}
    </g>
  );
}
