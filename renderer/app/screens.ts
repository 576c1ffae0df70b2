import {
  BadgeCheck,
  BookOpenCheck,
  ChartBarStacked,
  ChartColumn,
  Database,
  FlaskConical,
  Hourglass,
  House,
  MailQuestion,
  Settings,
  Siren,
  Scale,
  Stamp,
  UsersRound,
  Tags,
  type LucideIcon,
} from 'lucide-react';
import { lazy, type ComponentType } from 'react';
import type { RailMark } from '#renderer/navigation/rail-mark.ts';
import { useClassifyMark } from '#renderer/screens/classify/use-classify-mark.ts';
import { useRecipeMark } from '#renderer/screens/recipe/use-recipe-mark.ts';
import { useRegisterMark } from '#renderer/screens/register/use-register-mark.ts';
import { useReleaseMark } from '#renderer/screens/release/use-release-mark.ts';
import { useRiskMark } from '#renderer/screens/risk/use-risk-mark.ts';
import { useDatasetsMark } from '#renderer/screens/datasets/use-datasets-mark.ts';
import { screens as screenPlaces, type ScreenId } from '#shared/domain/screens.ts';
import { screenNames } from '#shared/text/commands.ts';

/** What the window adds to a screen of the list: its picture in the rail, its page, and the state of its step. */
interface ScreenFace {
  icon: LucideIcon;
  component: ComponentType;
  /** A hook; left out where the step has no state of its own. */
  useMark?: () => RailMark;
}

const home = lazy(async () => ({ default: (await import('#renderer/screens/home/home-screen.tsx')).HomeScreen }));
const datasets = lazy(async () => ({
  default: (await import('#renderer/screens/datasets/datasets-screen.tsx')).DatasetsScreen,
}));
const classify = lazy(async () => ({
  default: (await import('#renderer/screens/classify/classify-screen.tsx')).ClassifyScreen,
}));
const recipe = lazy(async () => ({
  default: (await import('#renderer/screens/recipe/recipe-screen.tsx')).RecipeScreen,
}));
const risk = lazy(async () => ({ default: (await import('#renderer/screens/risk/risk-screen.tsx')).RiskScreen }));
const release = lazy(async () => ({
  default: (await import('#renderer/screens/release/release-screen.tsx')).ReleaseScreen,
}));
const register = lazy(async () => ({
  default: (await import('#renderer/screens/register/register-screen.tsx')).RegisterScreen,
}));
const principles = lazy(async () => ({
  default: (await import('#renderer/screens/principles/principles-screen.tsx')).PrinciplesScreen,
}));
const consent = lazy(async () => ({
  default: (await import('#renderer/screens/consent/consent-screen.tsx')).ConsentScreen,
}));
const retention = lazy(async () => ({
  default: (await import('#renderer/screens/retention/retention-screen.tsx')).RetentionScreen,
}));
const requests = lazy(async () => ({
  default: (await import('#renderer/screens/requests/requests-screen.tsx')).RequestsScreen,
}));
const fairness = lazy(async () => ({
  default: (await import('#renderer/screens/fairness/fairness-screen.tsx')).FairnessScreen,
}));
const segments = lazy(async () => ({
  default: (await import('#renderer/screens/segments/segments-screen.tsx')).SegmentsScreen,
}));
const breaches = lazy(async () => ({
  default: (await import('#renderer/screens/breaches/breaches-screen.tsx')).BreachesScreen,
}));
const settings = lazy(async () => ({
  default: (await import('#renderer/screens/settings/settings-screen.tsx')).SettingsScreen,
}));

const faces: Record<ScreenId, ScreenFace> = {
  home: { icon: House, component: home },
  datasets: { icon: Database, component: datasets, useMark: useDatasetsMark },
  classify: { icon: Tags, component: classify, useMark: useClassifyMark },
  recipe: { icon: FlaskConical, component: recipe, useMark: useRecipeMark },
  risk: { icon: ChartColumn, component: risk, useMark: useRiskMark },
  release: { icon: Stamp, component: release, useMark: useReleaseMark },
  register: { icon: BookOpenCheck, component: register, useMark: useRegisterMark },
  principles: { icon: Scale, component: principles },
  consent: { icon: BadgeCheck, component: consent },
  retention: { icon: Hourglass, component: retention },
  requests: { icon: MailQuestion, component: requests },
  fairness: { icon: UsersRound, component: fairness },
  segments: { icon: ChartBarStacked, component: segments },
  breaches: { icon: Siren, component: breaches },
  settings: { icon: Settings, component: settings },
};

export interface ScreenEntry extends ScreenFace {
  id: ScreenId;
  /** Name of the navigation item: outside tests find screens by it. */
  label: string;
  group: (typeof screenPlaces)[number]['group'];
}

/** Every screen of the list (`shared/domain/screens.ts`) with its face. */
export const screens: readonly ScreenEntry[] = screenPlaces.map(({ id, group }) => ({
  id,
  group,
  label: screenNames[id],
  ...faces[id],
}));
