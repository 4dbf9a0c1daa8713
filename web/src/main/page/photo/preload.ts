/** Pictures that will likely be looked at next, decoded before they are needed. */
const MOST = 6;
const pictures = new Map<string, HTMLImageElement>();

export function preload(url: string): void {
  if (pictures.has(url)) return;
  const picture = new Image();
  picture.src = url;
  pictures.set(url, picture);
  picture.decode().catch(() => pictures.delete(url));
  const oldest = pictures.keys().next();
  if (pictures.size > MOST && !oldest.done) pictures.delete(oldest.value);
}

/** Whether a picture can be painted at once. */
export function isPreloaded(url: string): boolean {
  return pictures.get(url)?.complete ?? false;
}
