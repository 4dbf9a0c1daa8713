/**
 * Keeps the focus among chips: where a key takes one away, the next one that stays gets the focus,
 * and after the last the search box. A mouse needs no such thing, and a phone's keyboard would open.
 */
export function keepFocus(group: HTMLElement): () => void {
  const click = (event: MouseEvent) => {
    const pressed = (event.target as Element).closest<HTMLElement>('.chip > button');
    // A click that a key or a screen reader makes counts no presses.
    if (pressed === null || event.detail !== 0) return;
    const all = [...group.querySelectorAll<HTMLElement>('.chip > button')];
    const later = all.slice(all.indexOf(pressed) + 1);
    setTimeout(() => (later.find((button) => button.isConnected) ?? document.getElementById('search-box'))?.focus());
  };
  // Early, while all chips are still there; the chip goes away after the event.
  group.addEventListener('click', click, { capture: true });
  return () => group.removeEventListener('click', click, { capture: true });
}
