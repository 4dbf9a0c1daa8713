import { commands } from './commands.svelte';

/** Runs commands by their keys. Returns what ends it. */
export function listenToKeys(): () => void {
  const press = (event: KeyboardEvent) => {
    // A dialog keeps its keys to itself, and an input method its own.
    if (event.defaultPrevented || composes(event) || document.querySelector('dialog[open]')) return;
    const command = commands.find(keyOf(event), isTyping(event.target));
    if (!command) return;
    event.preventDefault();
    command.run();
  };
  document.addEventListener('keydown', press);
  return () => document.removeEventListener('keydown', press);
}

const MAC = typeof navigator !== 'undefined' && /Mac|iPhone|iPad/.test(navigator.userAgent);

/** Whether a key belongs to an input method: Safari says so of the one that ends a composition by its number alone. */
export function composes(event: KeyboardEvent): boolean {
  return event.isComposing || event.keyCode === 229;
}

/** A key press as commands name it. Shift counts only where the key itself does not show it. */
export function keyOf(event: KeyboardEvent): string {
  const key = event.key === ' ' ? 'space' : event.key.toLowerCase();
  const symbol = key.length === 1 && key.toUpperCase() === key;
  return [
    event.ctrlKey || event.metaKey ? 'ctrl+' : '',
    event.altKey ? 'alt+' : '',
    event.shiftKey && !symbol ? 'shift+' : '',
    key,
  ].join('');
}

/** How a key is shown to people: `Ctrl K`. */
export function keyCaps(key: string): string[] {
  const caps: Record<string, string> = {
    ctrl: MAC ? '⌘' : 'Ctrl', alt: MAC ? '⌥' : 'Alt', shift: '⇧', arrowleft: '←', arrowright: '→', arrowup: '↑', arrowdown: '↓',
    escape: 'Esc', enter: '↵', space: '␣', delete: 'Del', backspace: '⌫', pageup: 'PgUp', pagedown: 'PgDn', home: 'Home', end: 'End',
  };
  const parts = key === '+' ? ['+'] : key.split('+');
  return parts.map((part) => caps[part] ?? (part.length === 1 ? part.toUpperCase() : part));
}

function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target.isContentEditable || target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement) return true;
  return target instanceof HTMLInputElement && !['checkbox', 'radio', 'button', 'range', 'submit'].includes(target.type);
}
