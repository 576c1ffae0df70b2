import { Screen } from '#renderer/design/screen.tsx';
import { classifyText } from '#renderer/text/classify.ts';

export function ClassifyScreen() {
  return <Screen title={classifyText.title}>{null}</Screen>;
}
