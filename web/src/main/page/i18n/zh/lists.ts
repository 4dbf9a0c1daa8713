import type { Texts } from '../i18n.svelte';

export const lists: Texts['lists'] = {};
