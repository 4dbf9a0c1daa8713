/** Numbers of a camera as photographers read them. */

/** Seconds: `1/250 s`, `0.5 s`, `30 s`. */
export function shutter(seconds: number): string {
  if (!(seconds > 0)) return '';
  if (seconds < 0.4) return `1/${round(1 / seconds)} s`;
  return `${trim(seconds, 1)} s`;
}

/** `f/2.8`, `f/11`. */
export function aperture(number: number): string {
  return number > 0 ? `f/${trim(number, 1)}` : '';
}

/** `4.2 mm`, and what that is on 35 mm film. */
export function focal(millimetres: number | undefined, onFilm: number | undefined): string {
  const own = millimetres !== undefined && millimetres > 0 ? `${trim(millimetres, 1)} mm` : '';
  const film = onFilm !== undefined && onFilm > 0 ? `${trim(onFilm, 0)} mm` : '';
  if (own && film && own !== film) return `${own} (≙ ${film})`;
  return own || (film && `≙ ${film}`);
}

/** `12.4 MP`. */
export function megapixels(width: number, height: number): string {
  const millions = (width * height) / 1e6;
  return `${trim(millions, millions < 10 ? 1 : 0)} MP`;
}

/** A shutter's fraction in the usual steps: 1/125, not 1/124.7. */
function round(value: number): string {
  return value < 10 ? trim(value, 1) : String(Math.round(value));
}

function trim(value: number, digits: number): string {
  return String(Number(value.toFixed(digits)));
}
