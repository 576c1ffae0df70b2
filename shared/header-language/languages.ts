import type { HeaderLanguage } from './header-language.ts';
import { anyLanguage } from './phrases/any/index.ts';
import { croatian } from './phrases/hr/index.ts';
import { hindi } from './phrases/hi/index.ts';
import { hungarian } from './phrases/hu/index.ts';
import { korean } from './phrases/ko/index.ts';
import { dutch } from './phrases/nl/index.ts';
import { english } from './phrases/en/index.ts';
import { french } from './phrases/fr/index.ts';
import { german } from './phrases/de/index.ts';
import { indonesian } from './phrases/id/index.ts';
import { italian } from './phrases/it/index.ts';
import { polish } from './phrases/pl/index.ts';
import { romanian } from './phrases/ro/index.ts';
import { russian } from './phrases/ru/index.ts';
import { slovak } from './phrases/sk/index.ts';
import { swedish } from './phrases/sv/index.ts';
import { danish } from './phrases/da/index.ts';
import { norwegian } from './phrases/no/index.ts';
import { finnish } from './phrases/fi/index.ts';
import { czech } from './phrases/cs/index.ts';
import { turkish } from './phrases/tr/index.ts';
import { greek } from './phrases/el/index.ts';
import { japanese } from './phrases/ja/index.ts';
import { portuguese } from './phrases/pt/index.ts';
import { spanish } from './phrases/es/index.ts';
import { ukrainian } from './phrases/uk/index.ts';
import { vietnamese } from './phrases/vi/index.ts';
import { chinese } from './phrases/zh/index.ts';

/** The languages that headers are read in. Of two equally good phrases the language that stands first has its way. */
export const headerLanguages: readonly HeaderLanguage[] = [
  english,
  german,
  french,
  spanish,
  italian,
  portuguese,
  dutch,
  polish,
  swedish,
  danish,
  norwegian,
  finnish,
  czech,
  turkish,
  greek,
  japanese,
  hungarian,
  romanian,
  russian,
  slovak,
  croatian,
  ukrainian,
  chinese,
  korean,
  indonesian,
  vietnamese,
  hindi,
  anyLanguage,
];
