import type { JoinMatch } from '#shared/domain/joined-view.ts';
import { joinedViewText as figures } from '#shared/text/joined-view.ts';
import { listed } from '#shared/text/numbers.ts';
import { joinText as text } from '#shared/text/window/join.ts';
import { Section } from '#renderer/design/section.tsx';
import { MatchPicture } from './match-picture.tsx';
import styles from './join.module.css';

/** A table whose first column names the row and whose others are figures. */
function Figures({ label, heads, rows }: { label: string; heads: readonly string[]; rows: readonly string[][] }) {
  return (
    <table className={styles.table} aria-label={label}>
      <thead>
        <tr>
          {heads.map((head, at) => (
            <th key={head} scope="col" className={at === 0 ? undefined : styles.number}>
              {head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(([name, ...cells]) => (
          <tr key={name}>
            <th scope="row">{name}</th>
            {cells.map((cell, at) => (
              <td key={heads[at + 1]} className={styles.number}>
                {cell}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function RiskTold({ match }: { match: JoinMatch }) {
  const { risk, riskOfLinkable: linkable, left, right } = match;
  if (risk === null || linkable === null)
    return (
      <Section title={text.risk}>
        <p className={styles.told}>{text.riskUntold}</p>
      </Section>
    );
  return (
    <Section title={text.risk}>
      <p className={styles.told}>
        <strong>{text.riskSentence(risk.onlyAfter)}</strong> {text.riskHelp}
      </p>
      <Figures
        label={text.risk}
        heads={figures.riskHeadsOf(left.name, right.name)}
        rows={[figures.riskRow(figures.overAll, risk), figures.riskRow(figures.overLinkable, linkable)]}
      />
      {risk.worst.length > 0 && <p className={styles.told}>{text.worst(figures.worst(risk))}</p>}
    </Section>
  );
}

/** What a view of both holds: whose rows, which columns, who was left out. */
function ViewTold({ match }: { match: JoinMatch }) {
  const { consent, leftOutColumns, columns } = match;
  return (
    <Section title={text.view}>
      <p className={styles.told}>
        {text.viewRows(figures.rows[match.rows], figures.relations[match.relation], match.rowsAfter)}
      </p>
      <p className={styles.told}>{text.columns(columns.map(({ name }) => name))}</p>
      {leftOutColumns.length > 0 && (
        <p className={styles.told}>{text.leftOut(leftOutColumns.map(({ column }) => column))}</p>
      )}
      {consent !== null && (
        <p className={styles.told}>
          {text.consent(
            consent.people,
            listed(consent.leftOut.map(({ people, standing }) => text.consentPart(people, figures.standing(standing)))),
          )}
        </p>
      )}
    </Section>
  );
}

/** How two datasets match, who is alone in a view of both, and what it holds. */
export function MatchTold({ match }: { match: JoinMatch }) {
  return (
    <div className={styles.columns}>
      <div>
        <Section title={text.match}>
          <MatchPicture match={match} />
          <Figures
            label={text.match}
            heads={[text.measure, match.left.name, match.right.name]}
            rows={figures.sideRows(match, 'worth telling').slice(1)}
          />
          <p className={styles.told}>{text.alike(match.normalisation)}</p>
        </Section>
      </div>
      <div>
        <RiskTold match={match} />
        <ViewTold match={match} />
        {match.remarks.length > 0 && (
          <Section title={text.remarks}>
            <ul className={styles.remarks}>
              {match.remarks.map((remark) => (
                <li key={remark}>{remark}</li>
              ))}
            </ul>
          </Section>
        )}
      </div>
    </div>
  );
}
