import type { DatasetSummary } from '#shared/contract/datasets.ts';
import { nameKey } from '#shared/domain/recipient-name.ts';
import { datasetsText } from '#shared/text/engine/datasets.ts';

/**
 * A dataset that comes in, told apart from those that are there: another name where one has its name, and a sentence
 * among its warnings where one was made of the same bytes.
 * @param others datasets of the workspace, this one not among them
 */
export function nameApart(arriving: DatasetSummary, others: readonly DatasetSummary[]): DatasetSummary {
  const taken = new Set(others.map(({ name }) => nameKey(name)));
  let { name } = arriving;
  for (let number = 2; taken.has(nameKey(name)); number += 1) name = datasetsText.namedApart(arriving.name, number);
  const same = others.filter(({ sha256 }) => sha256 === arriving.sha256).map((other) => other.name);
  return {
    ...arriving,
    name,
    warnings:
      same.length === 0
        ? arriving.warnings
        : [...arriving.warnings, datasetsText.thereAlready(arriving.fileName, same, name)],
  };
}
