import { translator, type Translate } from '../../translator';
import { query } from './query';
import { words } from './words';

const between = { '; ': '；', ' or ': '或', ' and ': '且' };

/** What is said of searches while one types and looks. */
export const said = translator({ sentences: query, words, between });

/** With what is seldom said: what goes wrong, and what set-up says. */
export async function loadRare(): Promise<Translate> {
  const { rare } = await import('./rare');
  return translator({ sentences: { ...query, ...rare }, words, between });
}
