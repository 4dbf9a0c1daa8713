import { en } from './en';
import type { Translate } from './translator';

/** All texts of the page; a language that lacks one does not pass the type check. */
export type Texts = typeof en;

export const LANGUAGES = { en: 'English', zh: '中文' } as const;
export type Language = keyof typeof LANGUAGES;

const STORED = 'lumiere.language';

let current = $state<Language>('en');
let texts = $state.raw<Texts>(en);
let translate = $state.raw<Translate | null>(null);
/** Loads the translations of sentences that few visits meet; null where they are loaded, or are not needed. */
let loadRare: (() => Promise<Translate>) | null = null;

/** The texts in the current language: `{t.frame.skipToPhotos}`. A component that reads one follows the language. */
export const t: Texts = new Proxy(en, {
  get: (_, part) => texts[part as keyof Texts],
});

export function language(): Language {
  return current;
}

/** A sentence of the program, or a part of one, in the current language; as it is where it is not known there. */
export function said(sentence: string): string {
  if (translate === null) return sentence;
  const translated = translate(sentence);
  if (translated === null && loadRare !== null) void loadTheRest(loadRare);
  return translated ?? sentence;
}

async function loadTheRest(load: () => Promise<Translate>): Promise<void> {
  loadRare = null;
  try {
    const all = await load();
    // Another language may have been chosen meanwhile.
    if (translate !== null) translate = all;
  } catch {
    // Without the server the sentence stays in English; the next one asks again.
    loadRare = load;
  }
}

/** Loads and shows a language; `remember` keeps the choice for the next visit. */
export async function setLanguage(chosen: Language, remember = true): Promise<void> {
  const pack = chosen === 'zh' ? await import('./zh') : null;
  texts = pack?.zh ?? en;
  translate = pack?.said ?? null;
  loadRare = pack?.loadRare ?? null;
  current = chosen;
  // Soon, since some messages are translated once, when they come.
  if (loadRare !== null) void loadTheRest(loadRare);
  document.documentElement.lang = chosen === 'zh' ? 'zh-Hans' : 'en';
  if (remember) store(chosen);
}

/** The language that was chosen before, else the first of the browser's that the page has. */
export function preferredLanguage(): Language {
  const known = (code: string | null): code is Language => code !== null && code in LANGUAGES;
  const stored = readStored();
  if (known(stored)) return stored;
  return navigator.languages.map((code) => code.slice(0, 2).toLowerCase()).find(known) ?? 'en';
}

function store(chosen: Language): void {
  try {
    localStorage.setItem(STORED, chosen);
  } catch {
    // Without storage the choice lasts for this visit.
  }
}

function readStored(): string | null {
  try {
    return localStorage.getItem(STORED);
  } catch {
    return null;
  }
}
