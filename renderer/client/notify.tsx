import { notifications } from '@mantine/notifications';
import { Check, Info, X } from 'lucide-react';
import { appText } from '#shared/text/window/app.ts';
import { failureText } from '#shared/text/window/failures.ts';
import { readFailure } from './failure.ts';

/** Tells that an action failed: what happened, what was kept, what to do. */
export function notifyFailure(error: unknown): void {
  const { code, detail } = readFailure(error);
  const { title, kept, next } = failureText[code];
  notifications.show({ title, message: [detail, kept, next].filter(Boolean).join(' '), color: 'red', icon: <X size={14} aria-hidden="true" />, autoClose: false, withBorder: true, closeButtonProps: { 'aria-label': appText.close } });
}

/** Tells that something was done. */
export function notifyDone(message: string): void {
  notifications.show({ message, color: 'green', icon: <Check size={14} aria-hidden="true" />, autoClose: 6000, withBorder: true, closeButtonProps: { 'aria-label': appText.close } });
}

/** Sentences worth knowing that ask for nothing. */
export function notifyNotices(title: string, sentences: string[]): void {
  for (const message of sentences) notifications.show({ title, message, color: 'accent', icon: <Info size={14} aria-hidden="true" />, autoClose: false, withBorder: true, closeButtonProps: { 'aria-label': appText.close } });
}
