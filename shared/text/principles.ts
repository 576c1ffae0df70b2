import type { GuardState } from '#shared/domain/guardrail.ts';
import type { CheckSource } from '#shared/register/principles/principles-matrix.ts';
import { releasedSentence } from './guardrails/overrides.ts';
import { datasetUnreadable, recordUnreadable } from './guardrails/words.ts';
import { count, counted, listed, moment } from './numbers.ts';
import { differencesText } from './register/differences.ts';

/** A state in words, the same in rail, matrix and print; none of them says that the law is kept. */
export const principleStates: Record<GuardState, string> = {
  passed: 'passed',
  'needs-you': 'needs you',
  blocked: 'blocked',
  'does-not-apply': 'does not apply',
  'not-stated': 'not stated',
};

/** States where they are counted. */
const many: Record<GuardState, string> = {
  passed: 'passed',
  'needs-you': 'need you',
  blocked: 'blocked',
  'does-not-apply': 'do not apply',
  'not-stated': 'not stated',
};

interface Said {
  /** What was looked at. */
  on: string;
  says: string;
  fix: string;
}

const declaredFor = 'what the dataset is declared to be for';

/** A rule by what it asks, its code last. */
const ruleNamed = (title: string, rule: string): string =>
  `the rule “${title}” over the register and the datasets (${rule})`;

const untold = (fileName: string): Said => ({
  on: fileName,
  says: 'What was found in this file when it was released is not known any more: its certificate is gone or older.',
  fix: 'Release it again, so that its file is looked at.',
});

/** What a check found, and what to do about it. */
export function sayCheck(source: CheckSource): Said {
  switch (source.from) {
    case 'release':
      return {
        on: source.fileName,
        says: [source.finding.overridden ? releasedSentence(source.finding.overridden) : '', source.finding.message]
          .join(' ')
          .trim(),
        fix: source.finding.fix,
      };
    case 'older-than-data':
      return {
        on: source.fileName,
        says: 'The newest release is older than the import, or than the last decision about the columns: it answers for them no more.',
        fix: 'Release the dataset again.',
      };
    case 'release-untold':
      return untold(source.fileName);
    case 'nothing-released':
      return {
        on: 'releases of the dataset',
        says: 'Nothing was released of this dataset, so no written file was looked at.',
        fix: 'Make a recipe and release the dataset.',
      };
    case 'purposes':
      return ofPurposes(source);
    case 'columns':
      return ofColumns(source);
    case 'rule':
      return { on: ruleNamed(source.title, source.rule), says: source.message, fix: source.fix };
    case 'difference':
      return {
        on: `${source.difference.dataset.name} and the register`,
        says: differencesText.says(source.difference),
        fix: differencesText.fix(source.difference),
      };
    case 'not-judged':
      return {
        on: `${source.notJudged.dataset.name || 'a release'} and the register`,
        says: differencesText.notJudged(source.notJudged),
        fix: differencesText.toJudge(source.notJudged),
      };
    case 'uses-unreadable': {
      const { message, fix } = recordUnreadable({ refs: [...source.refs] });
      return { on: declaredFor, says: message, fix };
    }
    case 'log':
      return source.ok
        ? { on: 'the log', says: `The log verifies: ${counted(source.entries, 'entry', 'entries')}.`, fix: '' }
        : {
            on: 'the log',
            says: 'The log does not verify.',
            fix: 'Look under Register, at the entry that is named there.',
          };
    case 'activity':
      return ofActivity(source);
    case 'no-activity':
      return {
        on: 'the register',
        says: 'No processing activity is in the register.',
        fix: 'Make one under Register.',
      };
    case 'dataset-unreadable': {
      const { message, fix } = datasetUnreadable(source);
      return { on: 'the dataset', says: message, fix };
    }
    case 'retention':
      return ofRetention(source);
    case 'quality':
      return ofQuality(source);
    case 'undecided':
      return {
        on: 'columns of the dataset',
        says: `Nobody has decided on ${counted(source.columns, 'column')}.`,
        fix: 'Decide under Classify.',
      };
  }
}

function ofRetention({ over, undated, undecided, uncounted }: Extract<CheckSource, { from: 'retention' }>): Said {
  const open = [
    ...(over > 0 ? [`${count(over)} past their period`] : []),
    ...(undated > 0 ? [`${count(undated)} without a readable date`] : []),
    ...(undecided.length > 0 ? [`no length decided for ${listed([...undecided])}`] : []),
    ...(uncounted > 0 ? [`by ${counted(uncounted, 'rule')} nobody has counted`] : []),
  ];
  const on = 'what was counted of its retention';
  return open.length === 0
    ? { on, says: 'Nothing is past its period.', fix: '' }
    : { on, says: `Open: ${open.join('; ')}.`, fix: 'Settle it under Retention.' };
}

function ofQuality({ run, next, overdue, failed, open }: Extract<CheckSource, { from: 'quality' }>): Said {
  const on = 'the quality of the data';
  const check = 'Check it under Datasets, Quality.';
  if (overdue)
    return { on, says: `It was to be checked by ${next}${run === null ? ', and never was' : ''}.`, fix: check };
  if (run === null) return { on, says: `It was not checked yet; due by ${next}.`, fix: check };
  if (run.state === 'not-done') return { on, says: 'None of its checks could be done.', fix: check };
  if (failed.length > 0)
    return {
      on,
      says: `${counted(failed.length, 'check')} failed on ${run.day}, and nobody has settled ${failed.length === 1 ? 'it' : 'them'}.`,
      fix: 'Correct the values at their source, or settle the findings under Datasets, Quality.',
    };
  const rest = open === 0 ? '' : ` ${counted(open, 'finding')} within the limits ${open === 1 ? 'is' : 'are'} open.`;
  return { on, says: `Checked on ${run.day}: no check has failed that nobody has settled.${rest}`, fix: '' };
}

function ofPurposes({ purposes, approved }: Extract<CheckSource, { from: 'purposes' }>): Said {
  const on = declaredFor;
  if (purposes === 0)
    return { on, says: 'Nobody has declared what the dataset is for.', fix: 'Declare its purpose under Data use.' };
  const says =
    purposes === 1
      ? `It is declared for 1 purpose, which is ${approved === 1 ? 'approved' : 'not approved yet'}.`
      : `It is declared for ${purposes} purposes, ${approved === 1 ? '1 of them is' : `${approved} of them are`} approved.`;
  return { on, says, fix: approved < purposes ? 'Have what is drafted approved.' : '' };
}

function ofColumns({ spare, open, prefilled }: Extract<CheckSource, { from: 'columns' }>): Said {
  const on = 'columns of the dataset and its purposes';
  if (spare > 0)
    return {
      on,
      says: `${counted(spare, 'column')} no purpose needs, and the recipe keeps ${spare === 1 ? 'it' : 'them'}.`,
      fix: `Drop ${counted(spare, 'column')} in the recipe.`,
    };
  const undecided = open + prefilled;
  if (undecided > 0)
    return {
      on,
      says:
        undecided === 1
          ? 'Whether a purpose needs a column is still open once: nobody has decided it.'
          : `Whether a purpose needs a column is still open ${undecided} times: nobody has decided them.`,
      fix: 'Decide or take over which columns are needed.',
    };
  return { on, says: 'Which column which purpose needs is decided, and what none needs is dropped.', fix: '' };
}

function ofActivity({ ref, approved, open }: Extract<CheckSource, { from: 'activity' }>): Said {
  if (approved && open.length === 0)
    return { on: ref, says: `${ref} is approved, and each cell of the legal minimum is answered.`, fix: '' };
  const cells = `${ref}: Art. ${listed(open)} ${open.length === 1 ? 'is' : 'are'} not answered`;
  return {
    on: ref,
    says: open.length === 0 ? `${ref} is not approved.` : `${cells}${approved ? '' : ', and it is not approved'}.`,
    fix: open.length === 0 ? 'Have it approved under Register.' : 'Answer them under Register.',
  };
}

/** When and over what the principles were looked at. */
export const checkedOver = (
  at: string,
  datasets: number,
  { releases, activities, entries }: { releases: number; activities: number; entries: number },
): string =>
  `Checked on ${moment(at)} over ${counted(datasets, 'dataset')}, ${counted(releases, 'written file')}, ` +
  `${counted(activities, 'activity', 'activities')} and ${counted(entries, 'entry', 'entries')} of the log.`;

/** Which entry of the log says last where they stood. */
export const keptAs = (kept: { entry: number; at: string } | null): string =>
  kept === null
    ? 'No entry of the log says yet where they stood.'
    : `Kept last on ${moment(kept.at)}, as entry ${kept.entry}.`;

/** How many checks stand how, gravest first; what none is of is left out. */
export const tally = (states: readonly GuardState[]): string => {
  const order: readonly GuardState[] = ['blocked', 'needs-you', 'not-stated', 'passed', 'does-not-apply'];
  const parts = order.flatMap((state) => {
    const number = states.filter((each) => each === state).length;
    return number === 0 ? [] : [`${number} ${number === 1 ? principleStates[state] : many[state]}`];
  });
  return `${counted(states.length, 'control')}: ${parts.join(', ')}`;
};
