import { LANGUAGES, language, setLanguage, t, type Language } from '../i18n/i18n.svelte';
import { commands } from '../keys/commands.svelte';
import { keyCaps } from '../keys/keyboard';
import { location } from '../location.svelte';
import type { MenuEntry } from '../ui/Menu.svelte';
import { setTheme, theme, type Theme } from './theme.svelte';
import { VIEWS } from './views';

/** What the settings' menu and the phone's "More" offer: the views of set-up, theme, language, help. */
export function settingsEntries(): MenuEntry[] {
  return [
    ...VIEWS.filter((view) => !view.main).map((view) => ({ label: view.title(), icon: view.icon, run: () => location.go(view.route) })),
    'line',
    ...themeEntries(),
    'line',
    ...(Object.keys(LANGUAGES) as Language[]).map((code) => ({
      label: LANGUAGES[code],
      checked: language() === code,
      run: () => void setLanguage(code),
    })),
    'line',
    { label: t.frame.commands, icon: 'command', hint: keyCaps('ctrl+k').join(' '), run: () => run('frame.palette') },
    { label: t.frame.shortcuts, icon: 'keyboard', hint: '?', run: () => run('frame.shortcuts') },
    'line',
    { label: t.frame.logOut, run: () => run('frame.log-out') },
  ];
}

function themeEntries(): MenuEntry[] {
  const themes: [Theme, string][] = [
    ['system', t.frame.themeSystem],
    ['light', t.frame.themeLight],
    ['dark', t.frame.themeDark],
  ];
  return themes.map(([name, title]) => ({ label: `${t.frame.theme}: ${title}`, checked: theme() === name, run: () => setTheme(name) }));
}

function run(id: string): void {
  commands.all.find((command) => command.id === id)?.run();
}
