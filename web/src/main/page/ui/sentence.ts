import { said } from '../i18n/i18n.svelte';

/** A message of the program as a sentence of its own: it begins in lower case there, to go behind a file's name. */
export function sentence(message: string): string {
  const translated = said(message);
  return translated === message ? message.charAt(0).toUpperCase() + message.slice(1) : translated;
}
