import { besideCoordinateWord, namesLatitude, namesLongitude } from '#shared/domain/coordinate-names.ts';
import { operationsText } from '#shared/text/operations.ts';
import type { CodedHierarchy } from '../coded/coded-hierarchy.ts';
import { codeArray, type CodedColumn, type CodedTable } from '../coded/coded-table.ts';
import { hierarchyOf } from './build-hierarchy.ts';
import { labelsOfPoint } from './labels-of-point.ts';

const { elsewhere } = operationsText['name-places'];

/** Two columns that are searched as one: a latitude and a longitude. */
export interface JoinedPosition {
  latitude: string;
  longitude: string;
  /** Values are the different pairs, under the latitude's name; null where both cells are empty. */
  column: CodedColumn;
  /** Above the pair its large place, the place's country, and its part of the world. */
  hierarchy: CodedHierarchy;
  /** By value of `column`: what the two cells read. */
  cells: readonly (readonly [north: string | null, east: string | null])[];
}

/** Degrees, with a point or a comma. */
const degrees = /^[+-]?\d{1,3}(?:[.,]\d{1,15})?$/;
const read = (value: string): number => (degrees.test(value) ? Number(value.replace(',', '.')) : Number.NaN);

/** So large a share of the different values has to be degrees; what is not is at no place. */
const mostly = 0.9;

/** Whether values are degrees up to so many, some of them with decimals as no other whole number is written. */
const areDegrees = ({ values }: CodedColumn, most: number): boolean => {
  const there = values.filter((value): value is string => value !== null && value !== '');
  const found = there.filter((value) => Math.abs(read(value)) <= most);
  return found.length > 1 && found.length >= mostly * there.length && found.some((value) => /[.,]\d{2}/.test(value));
};

/**
 * The latitudes and longitudes among columns that belong together, by their names and by what they hold.
 * @param left names of columns that are left as they are: somebody says something else of them
 */
export function joinPositions({ rows, columns }: CodedTable, left: ReadonlySet<string>): JoinedPosition[] {
  const free = columns.filter(({ name }) => !left.has(name));
  const east = free.filter((column) => namesLongitude(column.name) && areDegrees(column, 180));
  return free
    .filter((column) => namesLatitude(column.name) && areDegrees(column, 90))
    .flatMap((north) => {
      const others = east.filter(({ name }) => besideCoordinateWord(name) === besideCoordinateWord(north.name));
      return others.length === 1 ? [join(rows, north, others[0]!)] : [];
    });
}

function join(rows: number, north: CodedColumn, east: CodedColumn): JoinedPosition {
  const known = new Map<number, number>();
  const cells: [string | null, string | null][] = [];
  const all = new Uint32Array(rows);
  for (let row = 0; row < rows; row += 1) {
    const pair = north.codes[row]! * east.values.length + east.codes[row]!;
    let code = known.get(pair);
    if (code === undefined) {
      code = cells.length;
      known.set(pair, code);
      cells.push([north.values[north.codes[row]!]!, east.values[east.codes[row]!]!]);
    }
    all[row] = code;
  }
  const codes = codeArray(cells.length, rows);
  codes.set(all);
  const values = cells.map(([a, b]) => ((a ?? '') === '' && (b ?? '') === '' ? null : `${a ?? ''} ${b ?? ''}`));
  const column: CodedColumn = { name: north.name, codes, values };
  return { latitude: north.name, longitude: east.name, column, hierarchy: placesAbove(column, cells), cells };
}

function placesAbove({ name, values }: CodedColumn, cells: JoinedPosition['cells']): CodedHierarchy {
  const above = cells.map(([a, b], code) => {
    if (values[code] === null) return ['', '', ''];
    const point = { latitude: read(a ?? ''), longitude: read(b ?? '') };
    const isPoint = Math.abs(point.latitude) <= 90 && Math.abs(point.longitude) <= 180;
    return (isPoint ? labelsOfPoint(point) : null) ?? [elsewhere, elsewhere, elsewhere];
  });
  return hierarchyOf(
    name,
    values.map((value) => value ?? ''),
    [0, 1, 2].map((level) => above.map((labels) => labels[level]!)),
  );
}
