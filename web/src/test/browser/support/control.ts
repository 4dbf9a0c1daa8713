import type { Page } from 'playwright-core';

/** What the same browser does at best with the same pictures, to compare the grid with: pages without any code of ours. */

/** Which pictures the grid shows, and how large. */
export interface Tiles {
  readonly sources: readonly string[];
  readonly width: number;
  readonly height: number;
  /** Of the grid itself. */
  readonly view: { readonly width: number; readonly height: number };
}

/** The pictures that are in view in the grid, as data, and how large they are on average. */
export function tilesOf(page: Page): Promise<Tiles> {
  return page.evaluate(async () => {
    const images = [...document.querySelectorAll<HTMLImageElement>('.photo-grid .cell img.there')];
    const boxes = images.map((image) => image.getBoundingClientRect());
    const mean = (numbers: number[]) => numbers.reduce((sum, number) => sum + number, 0) / numbers.length;
    const asData = async (source: string) => {
      const blob = await (await fetch(source)).blob();
      return new Promise<string>((resolve) => {
        const reader = new FileReader();
        reader.onload = () => resolve(reader.result as string);
        reader.readAsDataURL(blob);
      });
    };
    const grid = document.querySelector('.photo-grid .scroller')!;
    return {
      sources: await Promise.all(images.map((image) => asData(image.src))),
      width: mean(boxes.map((box) => box.width)),
      height: mean(boxes.map((box) => box.height)),
      view: { width: grid.clientWidth, height: grid.clientHeight },
    };
  });
}

/** Shows a plain page: an element that scrolls, and in it as many pictures as a scroll of `pixels` passes. */
export async function showPlainPage(page: Page, { sources, width, height, view }: Tiles, pixels: number): Promise<void> {
  const across = Math.max(1, Math.round(view.width / (width + 4)));
  const rows = Math.ceil(pixels / (height + 4)) + 10;
  const size = `width:${Math.floor(view.width / across) - 4}px;height:${Math.round(height)}px`;
  const images = Array.from({ length: rows * across }, (_, i) => `<img src="${sources[(i * 7) % sources.length]}">`);
  await page.goto('about:blank'); // Without the gallery's rules of what a page may hold.
  await page.setContent(
    `<style>body{margin:0}#plain{width:${view.width}px;height:${view.height}px;overflow:auto;line-height:0}img{${size};margin:2px;object-fit:cover}</style><div id="plain">${images.join('')}</div>`,
  );
  await page.waitForFunction(() => [...document.images].slice(0, 50).every((image) => image.complete));
}

/**
 * Asks for the rows around each share of the order and then for the pictures of as many of them as are in view, at once
 * and without showing them. Returns the milliseconds of each.
 */
export function timeLoads(page: Page, shares: readonly number[], total: number, inView: number): Promise<number[]> {
  return page.evaluate(
    async ([shares, total, inView]) => {
      const BLOCK = 500;
      const times: number[] = [];
      for (const share of shares) {
        const start = Math.floor((share * (total - inView)) / BLOCK) * BLOCK;
        const begun = performance.now();
        const { ids } = (await (await fetch(`/api/v1/grid/rows?start=${start}&count=${BLOCK}`)).json()) as { ids: string[] };
        await Promise.all(
          ids.slice(0, inView).map((id) => {
            const image = new Image();
            image.src = `/api/v1/photos/${encodeURIComponent(id)}/thumbnail`;
            return image.decode();
          }),
        );
        times.push(performance.now() - begun);
      }
      return times;
    },
    [shares, total, inView] as const,
  );
}

/** Seconds of processor time of all of the browser's processes since it started. */
export async function browserTime(page: Page): Promise<number> {
  const devtools = await page.context().browser()!.newBrowserCDPSession();
  const { processInfo } = await devtools.send('SystemInfo.getProcessInfo');
  await devtools.detach();
  return processInfo.reduce((sum, { cpuTime }) => sum + cpuTime, 0);
}
