const GAP = 6;
/** So far it stays from the window's edges. */
const EDGE = 8;

/** Puts a menu under its button, or above it where there is no room below. */
export function placeMenu(menu: HTMLElement, button: DOMRect, align: 'left' | 'right'): void {
  const { offsetWidth: width, offsetHeight: height } = menu;
  const below = button.bottom + GAP + height <= innerHeight - EDGE;
  const left = align === 'left' ? button.left : button.right - width;
  menu.style.left = `${Math.max(EDGE, Math.min(left, innerWidth - width - EDGE))}px`;
  menu.style.top = `${below ? button.bottom + GAP : Math.max(EDGE, button.top - GAP - height)}px`;
}
