import { isUndecided } from '#shared/domain/could-be-known.ts';
import type { Evidence, Finding } from '#shared/domain/finding.ts';
import type { SemanticTypeId } from '#shared/semantic-types/index.ts';
import { dataKindOf, type DataKind } from './data-kinds.ts';
import { identifierKindOf } from './identifier-kinds.ts';
import type { ObservedColumn, WhyNotJudged } from './observed.ts';

const byPerson = ({ evidence }: Finding): boolean => evidence.some(({ kind }) => kind === 'decision');
/**
 * Special kinds whose values are known by words: `race` over lengths of runs and `party` over weddings are what a name
 * says and no value does.
 */
const knownByWords: readonly SemanticTypeId[] = [
  'race_ethnicity',
  'political_affiliation',
  'religion',
  'sexual_orientation',
  'diagnosis',
  'medication',
];
const speaks: readonly Evidence['kind'][] = ['values', 'vocabulary', 'checksum', 'codebook', 'neighbour', 'table'];
const namedOnly = ({ type, evidence }: Finding): boolean =>
  knownByWords.includes(type) && !evidence.some(({ kind }) => speaks.includes(kind));

function notJudged(finding: Finding, kind: DataKind): WhyNotJudged | null {
  // A person who says that it points at nobody has said what is asked here, whatever it is called.
  if (byPerson(finding)) return kind === 'untold' && finding.class !== 'non_pii' ? 'unknown' : null;
  if (kind === 'untold' || isUndecided(finding)) return 'unknown';
  if (namedOnly(finding)) return 'named-only';
  return finding.needsReview ? 'doubtful' : null;
}

/**
 * What a column shows, by its effective finding: a person's decision where there is one, else what the values were
 * found to be.
 */
export function observeColumn(finding: Finding): ObservedColumn {
  const kind = dataKindOf(finding.type);
  // Of something that points at a person directly it is enough to know that it does.
  const bare = finding.class === 'linked' && (kind === 'nothing' || kind === 'untold');
  const online = finding.flags.includes('online_identifier') && kind !== 'device';
  return {
    name: finding.name,
    type: finding.type,
    class: finding.class,
    flags: finding.flags,
    kind,
    identifier: identifierKindOf(finding.type) ?? (bare ? 'direct' : online ? 'online' : null),
    notJudged: notJudged(finding, kind),
  };
}

/** Sure enough to be held against the register: a guess that is grave enough to be looked at, or no guess at all. */
export const isTold = ({ notJudged: why }: ObservedColumn): boolean => why === null || why === 'doubtful';

/** Whether a column says something about a person; what nobody could judge does not count. */
export const isPersonal = ({ class: of, flags, notJudged: why }: ObservedColumn): boolean =>
  (of !== 'non_pii' || flags.includes('online_identifier')) && why !== 'unknown';
