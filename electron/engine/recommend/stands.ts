import { bitsOf, type Labelled } from './partition.ts';
import type { Ladder, Level, StepSpec } from './step-spec.ts';

/** Where a column stands: on a rung of its ladder, or on a choice of its parts (places of bounds or values, rising). */
export type Stand = { rung: number } | { parts: number[] };

/** A ladder whose column is coded: each row has the number of its finest value. */
export interface CodedColumn {
  ladder: Ladder;
  codes: Uint16Array | Uint32Array;
  /** For each rung: what a finest value becomes there. */
  rungs: { map: Uint32Array; labels: number }[];
  /**
   * For each finest value: its band (edges), its place among the values, -1 for the rest, or -2 for what is none of
   * them (no value).
   */
  atoms: Int32Array | null;
}

export const dropped = (ladder: Ladder): Stand => ({ rung: ladder.levels.length - 1 });
export const isDropped = (ladder: Ladder, stand: Stand): boolean =>
  'rung' in stand && ladder.levels[stand.rung]?.step === 'drop';

export const isSameStand = (one: Stand, other: Stand): boolean =>
  'rung' in one
    ? 'rung' in other && one.rung === other.rung
    : 'parts' in other && one.parts.join() === other.parts.join();

/** The stand of a rung: the choice of parts, where the rung is one. */
export function standOf(ladder: Ladder, rung: number): Stand {
  const parts = ladder.parts?.rungs.get(rung);
  return parts === undefined ? { rung } : { parts };
}

/** Every stand that is one step finer. */
export function finer(ladder: Ladder, stand: Stand): Stand[] {
  if ('rung' in stand) return stand.rung === 0 ? [] : [standOf(ladder, stand.rung - 1)];
  const { parts } = ladder;
  const many = parts === undefined ? 0 : parts.kind === 'edges' ? parts.edges.length : parts.values.length;
  if (stand.parts.length === many) return ladder.levels[0]?.step === null ? [{ rung: 0 }] : [];
  return Array.from({ length: many }, (_, part) => part)
    .filter((part) => !stand.parts.includes(part))
    .map((part) => ({ parts: [...stand.parts, part].sort((a, b) => a - b) }));
}

/** What is to be done with the column there. */
export function stepAt(ladder: Ladder, stand: Stand): Level['step'] {
  if ('rung' in stand) return ladder.levels[stand.rung]?.step ?? null;
  return partsStep(ladder, stand.parts);
}

function partsStep({ parts }: Ladder, chosen: number[]): StepSpec | null {
  if (parts === undefined) return null;
  return parts.kind === 'edges'
    ? parts.stepOf(chosen.map((at) => parts.edges[at] ?? 0))
    : parts.stepOf(chosen.map((at) => parts.values[at] ?? ''));
}

/** The column as it reads at a stand. */
export function labelled(column: CodedColumn, stand: Stand): Labelled {
  const { codes, atoms, ladder } = column;
  if ('rung' in stand) return { codes, ...(column.rungs[stand.rung] ?? { map: new Uint32Array(0), labels: 1 }) };
  const chosen = stand.parts;
  const map = new Uint32Array(atoms?.length ?? 0);
  const band = (atom: number): number => chosen.filter((edge) => edge < atom).length;
  const value = (atom: number): number => chosen.indexOf(atom) + 1;
  let labels = chosen.length + 1;
  atoms?.forEach((atom, at) => {
    map[at] = atom === -2 ? labels++ : ladder.parts?.kind === 'edges' ? band(atom) : value(atom);
  });
  return { codes, map, labels };
}

/**
 * A column comes in where it tells about so much: what says less of people is hardly worth a column, what says more at
 * once leaves no room for others.
 */
const tellsSomething = 0.8;
const tellsMuch = 2.5;

/**
 * The coarsest stand that tells something worth having; where none does, or only one that tells very much, the one that
 * tells most below it.
 */
export function entry(column: CodedColumn): Stand {
  const { ladder } = column;
  let best: { stand: Stand; bits: number } | undefined;
  for (let rung = ladder.levels.length - 2; rung >= 0; rung -= 1) {
    const stand = standOf(ladder, rung);
    const bits = bitsOf(labelled(column, stand));
    if (best !== undefined && bits > tellsMuch && best.bits > 0.3) break;
    if (best === undefined || bits > best.bits + 1e-9) best = { stand, bits };
    if (bits >= tellsSomething) break;
  }
  return best?.stand ?? dropped(ladder);
}

/** Whether every row reads the same in each form of a column: there is nothing to know of it, and nothing to lose. */
export const tellsNothing = (column: CodedColumn): boolean => bitsOf(labelled(column, entry(column))) === 0;
