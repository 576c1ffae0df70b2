import type { ScreenId } from '#shared/domain/screens.ts';

/** The window's own commands, as the menu and the command palette call them. */
export const commandsText = {
  'dataset.open': 'Open dataset…',
  'dataset.trySample': 'Try the sample',
  'workspace.create': 'New workspace…',
  'workspace.open': 'Open workspace…',
  'workspace.save': 'Save workspace…',
  'workspace.close': 'Close workspace',
  'evidence.export': 'Export evidence',
  'register.import': 'Import register…',
  'register.export': 'Export register…',
  'edit.undo': 'Undo',
  'edit.redo': 'Redo',
  'app.palette': 'Search or run…',
  'app.toggleTheme': 'Switch between light and dark',
  'app.about': 'About Custos',
};

/** The screens, as rail, menu and command palette call them. */
export const screenNames: Record<ScreenId, string> = {
  home: 'Home',
  datasets: 'Datasets',
  classify: 'Classify',
  recipe: 'Recipe',
  risk: 'Risk',
  release: 'Release',
  register: 'Register',
  principles: 'Principles',
  consent: 'Consent',
  retention: 'Retention',
  requests: 'Requests',
  fairness: 'Fairness',
  segments: 'Segments',
  breaches: 'Breaches',
  settings: 'Settings',
};
