import type { Texts } from '../i18n.svelte';

export const photo: Texts['photo'] = {};
