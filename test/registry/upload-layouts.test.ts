import { expect, it } from 'vitest';
import { platformFields, takesField } from '#shared/recipe/platforms/platform-profile.ts';
import { findPlatform, platformIds } from '#shared/recipe/platforms/index.ts';
import { uploadLayouts } from '#shared/recipe/platforms/upload-layout.ts';

it.each(platformIds)('%s is laid out with what its profile hashes, and says by whose word', (id) => {
  const { columns, headed, oneField, checkedOn, source } = uploadLayouts[id];
  const fields = columns.flatMap(({ field }) => field ?? []);
  expect(fields).toEqual(platformFields.filter((field) => takesField(findPlatform(id), field)));
  expect(new Set(columns.map(({ header }) => header)).size).toBe(columns.length);
  // Without headers nothing would tell two columns apart.
  if (!headed) expect(oneField).toBe(true);
  expect(checkedOn).toMatch(/^\d{4}-\d\d-\d\d$/);
  expect(source.length).toBeGreaterThan(20);
});
