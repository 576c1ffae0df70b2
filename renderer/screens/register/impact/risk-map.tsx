import type { ImpactRisk, RiskRating } from '#shared/register/impact/risks.ts';
import { impactWindowText } from '#shared/text/window/impact.ts';
import styles from './impact.module.css';

const text = impactWindowText.map;
const cell = 44;
const left = 28;
const size = 4 * cell;

/** The middle of a rating's field; several in one stand beside each other. */
const point = ({ severity, likelihood }: RiskRating, at: number): { x: number; y: number } => ({
  x: left + (likelihood - 0.5) * cell + ((at % 3) - 1) * 12,
  y: (4.5 - severity) * cell + (Math.floor(at / 3) - 1) * 10,
});

/** Rated risks by severity and likelihood, an arrow from before the measures to after them. The list says the same. */
export function RiskMap({ risks }: { risks: readonly ImpactRisk[] }) {
  const rated = risks.flatMap((risk, at) =>
    risk.inherent === null ? [] : [{ at, inherent: risk.inherent, residual: risk.residual }],
  );
  if (rated.length === 0) return null;
  const sentence = text.label(rated.length, risks.length);
  return (
    <svg width={left + size + 4} height={size + 24} role="img" aria-label={sentence} className={styles.map}>
      <defs>
        <marker id="risk-arrow" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="7" markerHeight="7" orient="auto">
          <path d="M0,0 L8,4 L0,8 z" className={styles.arrowHead} />
        </marker>
      </defs>
      {[1, 2, 3, 4].map((level) => (
        <g key={level}>
          <text x={left - 8} y={(4.5 - level) * cell + 4} textAnchor="end">
            {level}
          </text>
          <text x={left + (level - 0.5) * cell} y={size + 14} textAnchor="middle">
            {level}
          </text>
          {[1, 2, 3, 4].map((other) => (
            <rect
              key={other}
              x={left + (other - 1) * cell}
              y={(4 - level) * cell}
              width={cell}
              height={cell}
              className={styles.mapCell}
            />
          ))}
        </g>
      ))}
      {rated.map(({ at, inherent, residual }) => {
        const from = point(inherent, at);
        const to = residual === null ? null : point(residual, at);
        return (
          <g key={at}>
            {to !== null && (
              <line x1={from.x} y1={from.y} x2={to.x} y2={to.y} className={styles.arrow} markerEnd="url(#risk-arrow)" />
            )}
            <text x={from.x} y={from.y + 4} textAnchor="middle" className={styles.mapMark}>
              {impactWindowText.risks.letter(at)}
            </text>
          </g>
        );
      })}
    </svg>
  );
}
