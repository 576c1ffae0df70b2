import type { SemanticTypeId } from '#shared/semantic-types/index.ts';
import type { ColumnFlag } from '#shared/domain/column-class.ts';
import { nothingDeclared, type DeclaredForRelease } from '#shared/domain/declared-use.ts';
import type { Finding } from '#shared/domain/finding.ts';
import type { Purpose } from '#shared/domain/purpose.ts';
import { barredFlags, policyOn } from '#shared/policy/index.ts';
import type { Treatment } from '#shared/recipe/operation.ts';
import { nothingWritten } from '#shared/domain/written-value.ts';
import { told } from '#shared/facts/fact.ts';
import { nothingAsked, type FactAnswers } from '#shared/facts/index.ts';
import type { GuardInput, GuardMeasure } from './guard-input.ts';

/** The start of every worked case: one harmless column, a complete purpose, a workspace. */
const purpose: Purpose = {
  id: 'p1',
  code: 'P1',
  title: 'Find segments',
  description: 'Which groups of customers there are and what they buy.',
  dataNeeded: [{ types: ['purchase_amount', 'city', 'personal'], detail: 'Bands', why: 'Groups are formed by them.' }],
  lawfulBases: [{ basis: 'legitimate-interests', why: 'Knowing one’s customers; weighed and written down.' }],
  customerBenefit: 'Offers that fit.',
  retentionDays: 365,
  retentionWhy: 'One year of seasons.',
  targeting: true,
  preset: true,
};

const measure: GuardMeasure = {
  k: 12,
  targetK: 5,
  rowsIn: 1000,
  rowsOut: 990,
  suppressed: 10,
  suppressionLimit: 0.05,
  quasiIdentifiers: ['city'],
  countsPeople: false,
  conversions: 2,
  failedCasts: [],
};

/** As shipped. */
const shipped = policyOn('2026-11-01');
const policy = { targetingAge: shipped.value('targeting-age', '*'), barred: barredFlags(shipped) };

/** One source column that reaches the output under its own name. */
export function exampleColumn(
  type: SemanticTypeId,
  treatment: Treatment,
  over: Partial<Finding> & { flags?: ColumnFlag[] } = {},
): { finding: Finding; output: GuardInput['outputs'][number] } {
  const name = over.name ?? type;
  return {
    finding: {
      name,
      class: 'non_pii',
      category: 'behavioral',
      type,
      flags: [],
      confidence: 0.95,
      needsReview: false,
      runnerUp: null,
      evidence: [],
      notes: [],
      ...over,
    },
    output: { name, sources: [name], treatment },
  };
}

/** The values were looked at and are harmless; nothing else was asked. */
const facts: FactAnswers = { ...nothingAsked, 'written-values': told(nothingWritten) };

/** A guardrail's input: `columns` in place of the harmless one, everything else as given. */
export function exampleInput(
  columns: ReturnType<typeof exampleColumn>[],
  over: Partial<Omit<GuardInput, 'measure' | 'purpose' | 'facts' | 'declared'>> & {
    declared?: Partial<DeclaredForRelease>;
    facts?: Partial<FactAnswers>;
    measure?: Partial<GuardMeasure> | null;
    purpose?: Partial<Purpose> | null;
  } = {},
): GuardInput {
  const used = columns.length === 0 ? [exampleColumn('purchase_amount', 'generalised')] : columns;
  const { measure: measured, purpose: stated, facts: found, declared, ...rest } = over;
  return {
    release: 'anonymised',
    findings: used.map(({ finding }) => finding),
    unconfirmed: [],
    outputs: used.map(({ output }) => output),
    facts: { ...facts, ...found },
    policy,
    asItStands: false,
    workspace: true,
    declared: { ...nothingDeclared, ...declared },
    ...rest,
    purpose: stated === null ? null : { ...purpose, ...stated },
    measure: measured === null ? null : { ...measure, ...measured },
  };
}
