import type { Texts } from '../i18n.svelte';

export const setup: Texts['setup'] = {};
