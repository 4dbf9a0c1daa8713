/** How a picture lies on its stage: geometry without a screen, so that it can be tested. */

export interface Size {
  readonly width: number;
  readonly height: number;
}

export interface Point {
  readonly x: number;
  readonly y: number;
}

/** `zoom` 1 shows the whole picture; `x` and `y` are how far its centre is from the stage's. */
export interface View extends Point {
  readonly zoom: number;
}

export const WHOLE: View = { zoom: 1, x: 0, y: 0 };

/** The long side of the server's large rendition. */
export const RENDITION_SIDE = 2048;

/** The size at which the whole picture is seen. A picture smaller than the stage is not enlarged. */
export function fitted(picture: Size, stage: Size): Size {
  if (picture.width <= 0 || picture.height <= 0) return { width: 0, height: 0 };
  const scale = Math.min(stage.width / picture.width, stage.height / picture.height, 1);
  return { width: picture.width * scale, height: picture.height * scale };
}

/** The largest zoom: two pixels of the screen for one of the picture, and at least four times the whole. */
export function largestZoom(picture: Size, fit: Size): number {
  return fit.width > 0 ? Math.max(4, (2 * picture.width) / fit.width) : 4;
}

/** The zoom at which one pixel of the picture is one of the page. */
export function actualSize(picture: Size, fit: Size): number {
  return fit.width > 0 ? Math.max(1, picture.width / fit.width) : 1;
}

/** Zooms so that what lies under a point, counted from the stage's centre, stays under it. */
export function zoomAt(view: View, at: Point, zoom: number): View {
  const ratio = zoom / view.zoom;
  return { zoom, x: at.x - (at.x - view.x) * ratio, y: at.y - (at.y - view.y) * ratio };
}

/** Keeps the zoom within bounds, and the picture's edges outside the stage or the picture in its middle. */
export function within(view: View, fit: Size, stage: Size, largest: number): View {
  const zoom = Math.min(largest, Math.max(1, view.zoom));
  const held = zoom === view.zoom ? view : zoomAt(view, { x: 0, y: 0 }, zoom);
  const reach = { x: slack(fit.width * zoom, stage.width), y: slack(fit.height * zoom, stage.height) };
  return { zoom, x: clamp(held.x, reach.x), y: clamp(held.y, reach.y) };
}

/** Between the whole picture and its actual size, or twice the whole where that is hardly more. */
export function toggled(view: View, at: Point, actual: number): View {
  if (view.zoom > 1.01) return WHOLE;
  return zoomAt(view, at, Math.max(2, actual));
}

/** Whether the screen shows more pixels than the large rendition has. */
export function needsOriginal(zoom: number, fit: Size, picture: Size, pixelRatio: number): boolean {
  const long = Math.max(picture.width, picture.height);
  if (long <= RENDITION_SIDE) return false;
  return Math.max(fit.width, fit.height) * zoom * pixelRatio > RENDITION_SIDE * 1.05;
}

function slack(shown: number, room: number): number {
  return Math.max(0, (shown - room) / 2);
}

function clamp(value: number, reach: number): number {
  // Adding 0 makes 0 of -0.
  return Math.min(reach, Math.max(-reach, value)) + 0;
}
