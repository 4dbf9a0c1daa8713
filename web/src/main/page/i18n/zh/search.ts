import type { Texts } from '../i18n.svelte';

export const search: Texts['search'] = {};
