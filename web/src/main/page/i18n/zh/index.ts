import type { Texts } from '../i18n.svelte';
import { frame } from './frame';
import { grid } from './grid';
import { lists } from './lists';
import { map } from './map';
import { photo } from './photo';
import { search } from './search';
import { setup } from './setup';

export const zh: Texts = { frame, setup, search, grid, photo, lists, map };
export { loadRare, said } from './said';
