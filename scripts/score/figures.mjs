// What the findings of labelled columns are worth. Definitions as in the scorer of the shared benchmark.

const special = new Set(
  (
    'race_ethnicity religion political health sexual_orientation biometric genetic criminal minor_age ' +
    'precise_location exact_age credentials free_text_pii consent'
  ).split(' '),
);

/** Whether an answer is the label's, or one of those accepted as well. */
export const accepts = (gold, found, key) => found[key] === gold[key] || (gold.or[key] ?? []).includes(found[key]);
export const rightClass = ({ gold, found }) => accepts(gold, found, 'class');

const ratio = (part, whole) => (whole === 0 ? Number.NaN : part / whole);
const share = (rows, test) => ratio(rows.filter(test).length, rows.length);
const f1 = ({ hit, wrong, missed }) => (hit === 0 ? 0 : (2 * hit) / (2 * hit + wrong + missed));

/** Macro-F1 over the types that are the label of at least `least` columns. */
function typeF1(rows, least) {
  const tallies = new Map();
  const of = (type) => tallies.get(type) ?? tallies.set(type, { hit: 0, wrong: 0, missed: 0, labels: 0 }).get(type);
  for (const { gold, found } of rows) {
    of(gold.type).labels += 1;
    if (accepts(gold, found, 'type')) of(gold.type).hit += 1;
    else {
      of(gold.type).missed += 1;
      of(found.type).wrong += 1;
    }
  }
  const counted = [...tallies.values()].filter(({ labels }) => labels >= least);
  return ratio(
    counted.reduce((sum, tally) => sum + f1(tally), 0),
    counted.length,
  );
}

function flagFigures(rows) {
  let [hit, wrong, missed] = [0, 0, 0];
  for (const { gold, found } of rows) {
    const right = gold.flags.filter((flag) => flag !== 'timestamp');
    hit += right.filter((flag) => found.flags.includes(flag)).length;
    missed += right.filter((flag) => !found.flags.includes(flag)).length;
    wrong += found.flags.filter(
      (flag) => flag !== 'timestamp' && !gold.flags.includes(flag) && !gold.optional.includes(flag),
    ).length;
  }
  return { found: ratio(hit, hit + missed), right: ratio(hit, hit + wrong) };
}

/** Personal columns that were called non-PII, by their class. */
const leaks = (rows, name) => {
  const of = rows.filter(({ gold }) => gold.class === name);
  const lost = of.filter(({ gold, found }) => found.class === 'non_pii' && !accepts(gold, found, 'class'));
  const silent = lost.filter(({ found }) => !found.needsReview && !found.undecided);
  return { of: of.length, lost: lost.length, silent: silent.length };
};

/** @param {(row: object) => number} confidence of a row; default: what the product says */
export function reliability(rows, confidence = ({ found }) => found.confidence) {
  const bins = Array.from({ length: 10 }, () => ({ columns: 0, said: 0, right: 0 }));
  for (const row of rows) {
    const bin = bins[Math.min(9, Math.floor(confidence(row) * 10))];
    bin.columns += 1;
    bin.said += confidence(row);
    bin.right += Number(rightClass(row));
  }
  return {
    bins,
    ece: ratio(
      bins.reduce((sum, { said, right }) => sum + Math.abs(said - right), 0),
      rows.length,
    ),
  };
}

/** How many of the wrong and of the right columns a person is asked about. */
export function review(rows, asked = ({ found }) => found.needsReview) {
  const wrong = rows.filter((row) => !rightClass(row));
  const right = rows.filter(rightClass);
  return { wrong: wrong.length, caught: share(wrong, asked), asked: share(right, asked) };
}

/** Tables whose rows were taken for what they are, of those of which it is known. */
function rowKinds(rows) {
  const tables = new Map(rows.filter(({ table }) => table.rows).map(({ table, takenFor }) => [table, takenFor]));
  const right = [...tables].filter(([table, takenFor]) => table.rows.includes(takenFor)).length;
  return { of: tables.size, right };
}

export function figuresOf(rows) {
  const labelled = rows.filter(({ gold }) => gold !== undefined);
  const harmless = labelled.filter(({ gold }) => gold.class === 'non_pii');
  const guarded = labelled.filter(({ gold }) => gold.flags.some((flag) => special.has(flag)));
  return {
    columns: labelled.length,
    rowKinds: rowKinds(labelled),
    classRight: share(labelled, rightClass),
    classFirst: share(labelled, ({ gold, found }) => gold.class === found.class),
    typeF1: typeF1(labelled, 3),
    linked: leaks(labelled, 'linked'),
    linkable: leaks(labelled, 'linkable'),
    alarms: share(harmless, (row) => !rightClass(row) && row.found.class.startsWith('link')),
    flags: flagFigures(labelled),
    unguarded: guarded.filter(
      ({ gold, found }) => !gold.flags.some((flag) => special.has(flag) && found.flags.includes(flag)),
    ).length,
    guarded: guarded.length,
    review: review(labelled),
    reliability: reliability(labelled),
  };
}
