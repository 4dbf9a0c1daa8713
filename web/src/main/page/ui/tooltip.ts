import type { Attachment } from 'svelte/attachments';

const DELAY = 450;

/**
 * A name that appears beside an element while it is pointed at or focused by key. It repeats what the
 * element is called, so screen readers need not hear of it.
 */
export function tooltip(text: () => string): Attachment<HTMLElement> {
  return (element) => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    let shown: HTMLElement | undefined;

    const hide = () => {
      clearTimeout(timer);
      shown?.remove();
      shown = undefined;
    };
    const show = () => {
      hide();
      // In the dialog that holds the element, for it lies above all else.
      shown = document.createElement('div');
      shown.className = 'tooltip';
      shown.setAttribute('aria-hidden', 'true');
      shown.textContent = text();
      (element.closest('dialog') ?? document.body).append(shown);
      place(shown, element.getBoundingClientRect());
    };
    const wait = (event: PointerEvent) => {
      if (event.pointerType !== 'mouse') return;
      clearTimeout(timer);
      timer = setTimeout(show, DELAY);
    };
    const focus = () => {
      if (element.matches(':focus-visible')) show();
    };

    element.addEventListener('pointerenter', wait);
    element.addEventListener('pointerleave', hide);
    element.addEventListener('pointerdown', hide);
    element.addEventListener('focus', focus);
    element.addEventListener('blur', hide);
    element.addEventListener('keydown', hide);
    return () => {
      hide();
      element.removeEventListener('pointerenter', wait);
      element.removeEventListener('pointerleave', hide);
      element.removeEventListener('pointerdown', hide);
      element.removeEventListener('focus', focus);
      element.removeEventListener('blur', hide);
      element.removeEventListener('keydown', hide);
    };
  };
}

function place(shown: HTMLElement, anchor: DOMRect): void {
  const { offsetWidth: width, offsetHeight: height } = shown;
  const above = anchor.bottom + height + 8 > innerHeight;
  const left = Math.min(innerWidth - width - 8, Math.max(8, anchor.left + anchor.width / 2 - width / 2));
  shown.style.left = `${left}px`;
  shown.style.top = `${above ? anchor.top - height - 6 : anchor.bottom + 6}px`;
}
