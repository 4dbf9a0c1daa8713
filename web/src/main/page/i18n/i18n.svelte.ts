import { en } from './en';

/** All texts of the page; a language that lacks one does not pass the type check. */
export type Texts = typeof en;

export const LANGUAGES = { en: 'English', zh: '中文' } as const;
export type Language = keyof typeof LANGUAGES;

const STORED = 'lumiere.language';

let current = $state<Language>('en');
let texts = $state.raw<Texts>(en);

/** The texts in the current language: `{t.frame.skipToPhotos}`. A component that reads one follows the language. */
export const t: Texts = new Proxy(en, {
  get: (_, part) => texts[part as keyof Texts],
});

export function language(): Language {
  return current;
}

/** Loads and shows a language; `remember` keeps the choice for the next visit. */
export async function setLanguage(chosen: Language, remember = true): Promise<void> {
  texts = chosen === 'zh' ? (await import('./zh')).zh : en;
  current = chosen;
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
