export type Theme = 'system' | 'light' | 'dark';

/** Where `theme.js` finds the choice before the first paint. */
const STORED = 'lumiere.theme';

let chosen = $state<Theme>(readTheme());

export function theme(): Theme {
  return chosen;
}

export function setTheme(theme: Theme): void {
  chosen = theme;
  const page = document.documentElement;
  if (theme === 'system') delete page.dataset['theme'];
  else page.dataset['theme'] = theme;
  try {
    if (theme === 'system') localStorage.removeItem(STORED);
    else localStorage.setItem(STORED, theme);
  } catch {
    // Without storage the choice lasts for this visit.
  }
}

function readTheme(): Theme {
  const theme = document.documentElement.dataset['theme'];
  return theme === 'light' || theme === 'dark' ? theme : 'system';
}
