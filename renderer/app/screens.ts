import { BookOpenCheck, ChartColumn, Database, FlaskConical, House, Settings, Stamp, Tags, type LucideIcon } from 'lucide-react';
import { lazy, type ComponentType } from 'react';
import type { ScreenId } from '#renderer/state/ui-state.ts';
import { useClassifyMark } from '#renderer/screens/classify/use-classify-mark.ts';
import { useRecipeMark } from '#renderer/screens/recipe/use-recipe-mark.ts';
import { useRegisterMark } from '#renderer/screens/register/use-register-mark.ts';
import { useReleaseMark } from '#renderer/screens/release/use-release-mark.ts';
import { useRiskMark } from '#renderer/screens/risk/use-risk-mark.ts';
import { useDatasetsMark } from '#renderer/screens/datasets/use-datasets-mark.ts';
import { commandsText } from '#shared/text/commands.ts';

/** State of a step in the rail. `count` stands beside the name; `words` is read out after it ("7 need you"). */
export interface RailMark { state: 'none' | 'done' | 'needs' | 'blocked'; count?: number; words?: string }

export interface ScreenEntry {
  id: ScreenId;
  /** Name of the navigation item: outside tests find screens by it. */
  label: string;
  icon: LucideIcon;
  /** `job`: steps in order; `record`: what is kept; `app`: at the foot of the rail. */
  group: 'job' | 'record' | 'app';
  component: ComponentType;
  /** A hook; left out where the step has no state of its own. */
  useMark?: () => RailMark;
}

/** Every screen of the product, in the order of the rail. A screen is added here and nowhere else. */
export const screens: readonly ScreenEntry[] = [
  { id: 'home', label: commandsText['go.home'], icon: House, group: 'job', component: lazy(async () => ({ default: (await import('#renderer/screens/home/home-screen.tsx')).HomeScreen })) },
  { id: 'datasets', label: commandsText['go.datasets'], icon: Database, group: 'job', component: lazy(async () => ({ default: (await import('#renderer/screens/datasets/datasets-screen.tsx')).DatasetsScreen })), useMark: useDatasetsMark },
  { id: 'classify', label: commandsText['go.classify'], icon: Tags, group: 'job', component: lazy(async () => ({ default: (await import('#renderer/screens/classify/classify-screen.tsx')).ClassifyScreen })), useMark: useClassifyMark },
  { id: 'recipe', label: commandsText['go.recipe'], icon: FlaskConical, group: 'job', component: lazy(async () => ({ default: (await import('#renderer/screens/recipe/recipe-screen.tsx')).RecipeScreen })), useMark: useRecipeMark },
  { id: 'risk', label: commandsText['go.risk'], icon: ChartColumn, group: 'job', component: lazy(async () => ({ default: (await import('#renderer/screens/risk/risk-screen.tsx')).RiskScreen })), useMark: useRiskMark },
  { id: 'release', label: commandsText['go.release'], icon: Stamp, group: 'job', component: lazy(async () => ({ default: (await import('#renderer/screens/release/release-screen.tsx')).ReleaseScreen })), useMark: useReleaseMark },
  { id: 'register', label: commandsText['go.register'], icon: BookOpenCheck, group: 'record', component: lazy(async () => ({ default: (await import('#renderer/screens/register/register-screen.tsx')).RegisterScreen })), useMark: useRegisterMark },
  { id: 'settings', label: commandsText['go.settings'], icon: Settings, group: 'app', component: lazy(async () => ({ default: (await import('#renderer/screens/settings/settings-screen.tsx')).SettingsScreen })) },
];
