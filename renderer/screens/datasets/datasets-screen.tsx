import { Screen } from '#renderer/design/screen.tsx';
import { datasetsText } from '#renderer/text/datasets.ts';

export function DatasetsScreen() {
  return <Screen title={datasetsText.title}>{null}</Screen>;
}
