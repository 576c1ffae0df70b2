import { browser } from './browser.ts';
import { businessFamily } from './business-family.ts';
import { calendarFeature } from './calendar-feature.ts';
import { currencyCode } from './currency-code.ts';
import { deviceType } from './device-type.ts';
import { measureFamily } from './measure-family.ts';
import { operatingSystem } from './operating-system.ts';
import { recordFamily } from './record-family.ts';
import { shapeFamily } from './shape-family.ts';
import { systemFamily } from './system-family.ts';

/** Every technical or other type (taxonomy 6g). */
export const technicalTypes = [
  operatingSystem,
  browser,
  deviceType,
  calendarFeature,
  currencyCode,
  ...recordFamily,
  ...systemFamily,
  ...measureFamily,
  ...businessFamily,
  ...shapeFamily,
] as const;
