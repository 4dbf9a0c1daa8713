import * as api from '../api/endpoints';
import { t } from '../i18n/i18n.svelte';
import { toasts } from '../ui/toasts.svelte';
import { copy } from './download';
import type { Target } from './target';

/** More is a file's business: it can be exported. */
const MOST_COPIED = 10_000;

/** Copies the paths of photos, one a line. */
export async function copyPaths(target: Target): Promise<void> {
  const answer = await fetch(api.exportUrl(await target.search(), 'paths'));
  if (!answer.ok) throw new Error(`${t.lists.failed} (${answer.status})`);
  const paths = await firstLines(answer, MOST_COPIED);
  await copy(paths.join('\n'));
  toasts.info(target.count > MOST_COPIED ? t.lists.copyLimit(MOST_COPIED) : t.lists.pathsCopied(paths.length));
}

/** Reads no more of an answer than is wanted of it. */
async function firstLines(answer: Response, most: number): Promise<string[]> {
  const reader = answer.body?.pipeThrough(new TextDecoderStream()).getReader();
  let text = '';
  let lines = 0;
  while (reader && lines < most) {
    const { done, value } = await reader.read();
    if (done) break;
    text += value;
    lines += value.split('\n').length - 1;
  }
  await reader?.cancel();
  return text.split('\n').filter((line) => line !== '').slice(0, most);
}
