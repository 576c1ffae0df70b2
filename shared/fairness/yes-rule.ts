/** Which cells of a column count as yes: one of some texts, or a number that is compared. */
export type YesRule =
  | { kind: 'texts'; texts: string[] }
  | { kind: 'number'; sign: '>=' | '>' | '<=' | '<'; than: number };

const comparison = /^\s*(>=|≥|>|<=|≤|<)\s*(-?\d+(?:\.\d+)?)\s*$/;
const signs: Record<string, '>=' | '>' | '<=' | '<'> = {
  '>=': '>=',
  '≥': '>=',
  '>': '>',
  '<=': '<=',
  '≤': '<=',
  '<': '<',
};

/**
 * What a person typed after `--chosen` or `--positive`: a comparison such as `>=300` where it stands alone, else the
 * texts that count as yes. A leading `=` means the text as it is (`=>5` is the text `>5`).
 */
export function readYesRule(typed: readonly string[]): YesRule {
  const [only = ''] = typed;
  const found = typed.length === 1 ? comparison.exec(only) : null;
  const sign = signs[found?.[1] ?? ''];
  if (found !== null && sign !== undefined) return { kind: 'number', sign, than: Number(found[2]) };
  return { kind: 'texts', texts: typed.map((text) => (text.startsWith('=') ? text.slice(1) : text)) };
}

/** As people read it: `>= 300`, `= yes`, `= A or B`. */
export const writtenRule = (rule: YesRule): string =>
  rule.kind === 'number' ? `${rule.sign} ${rule.than}` : `= ${rule.texts.join(' or ')}`;
