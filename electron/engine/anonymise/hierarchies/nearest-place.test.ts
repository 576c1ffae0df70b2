import { expect, it } from 'vitest';
import { seeded } from '#test/support/seeded.ts';
import { knownValues } from './known-values.ts';
import { coordinatesIn, kilometres, largePlaces, nearestPlace, nearUpTo } from './nearest-place.ts';

const labels = (value: string): readonly string[] | null =>
  knownValues()
    .find(({ kind }) => kind === 'coordinates')!
    .labelsOf(value);

it.each([
  ['52.5200, 13.4050', ['Berlin', 'Germany', 'Europe']],
  ['(40.7128;-74.0060)', ['New York City', 'United States', 'Americas']],
  ['POINT (139.6917 35.6895)', ['Tokyo', 'Japan', 'Asia']],
  // Potsdam Sanssouci: Potsdam is nearer than Berlin.
  ['52.404 13.038', ['Potsdam', 'Germany', 'Europe']],
])('knows what lies at %s', (value, expected) => {
  expect(labels(value)).toEqual(expected);
});

it.each(['52.52', '95.0, 13.4', 'Berlin', '1,2,3', '0, -30', ''])('knows nothing of %s', (value) => {
  expect(labels(value)).toBeNull();
});

it('finds the place that is nearest of all, whatever the bands', () => {
  const random = seeded(7);
  for (let n = 0; n < 300; n += 1) {
    const beside = largePlaces()[Math.floor(random() * largePlaces().length)]!;
    const point = {
      latitude: Math.max(-90, Math.min(90, beside.latitude + (random() - 0.5) * 3)),
      longitude: beside.longitude + (random() - 0.5) * 3,
    };
    const far = Math.min(...largePlaces().map((place) => kilometres(point, place)));
    const found = nearestPlace(point);
    if (far >= nearUpTo) expect(found).toBeNull();
    else expect(kilometres(point, found!)).toBe(far);
  }
});

it('reads nothing that is no pair', () => {
  expect(coordinatesIn('12.5, 200')).toBeNull();
  expect(coordinatesIn('[ -33.86 , 151.2 ]')).toEqual({ latitude: -33.86, longitude: 151.2 });
});
