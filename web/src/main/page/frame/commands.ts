import { logOut } from '../api/client';
import { LANGUAGES, language, setLanguage, t, type Language } from '../i18n/i18n.svelte';
import type { Command } from '../keys/commands.svelte';
import { location } from '../location.svelte';
import { reportErrors } from '../ui/reportErrors';
import { setTheme } from './theme.svelte';
import { VIEWS, isOffered } from './views';

/** What the frame itself can do: show a view, the commands, the shortcuts; change theme and language. */
export function frameCommands(open: { readonly palette: () => void; readonly shortcuts: () => void }): Command[] {
  return [
    { id: 'frame.palette', title: () => t.frame.commands, keys: ['ctrl+k'], whileTyping: true, run: open.palette },
    { id: 'frame.shortcuts', title: () => t.frame.shortcuts, keys: ['?'], run: open.shortcuts },
    { id: 'frame.log-out', title: () => t.frame.logOut, run: () => void reportErrors(logOut()) },
    ...VIEWS.map((view) => ({
      id: `go.${view.name}`,
      title: () => t.frame.goTo(view.title()),
      when: () => isOffered(view),
      run: () => location.go(view.route),
    })),
    { id: 'theme.system', title: () => `${t.frame.theme}: ${t.frame.themeSystem}`, run: () => setTheme('system') },
    { id: 'theme.light', title: () => `${t.frame.theme}: ${t.frame.themeLight}`, run: () => setTheme('light') },
    { id: 'theme.dark', title: () => `${t.frame.theme}: ${t.frame.themeDark}`, run: () => setTheme('dark') },
    ...(Object.keys(LANGUAGES) as Language[]).map((code) => ({
      id: `language.${code}`,
      title: () => `${t.frame.language}: ${LANGUAGES[code]}`,
      when: () => language() !== code,
      run: () => void setLanguage(code),
    })),
  ];
}
