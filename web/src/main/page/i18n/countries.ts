import { language } from './i18n.svelte';

/** Countries in the page's language. The index has their English names, as Unicode's CLDR has them. */

/** Names that GeoNames has and CLDR writes in another way. */
const OTHERS: Readonly<Record<string, string>> = {
  'Czech Republic': 'CZ',
  'Hong Kong': 'HK',
  'Macao': 'MO',
  'Macau': 'MO',
  'Turkey': 'TR',
  'Myanmar': 'MM',
  'The Netherlands': 'NL',
  'United States of America': 'US',
};

let codes: ReadonlyMap<string, string> | null = null;

/** The country's name; the same name where it is not one that is known. */
export function countryName(english: string): string {
  if (language() === 'en') return english;
  codes ??= englishNames();
  const code = codes.get(english);
  return code === undefined ? english : (new Intl.DisplayNames(language(), { type: 'region' }).of(code) ?? english);
}

/** The English name of the country whose name in the page's language begins with a text; the text itself where none does. */
export function englishCountry(text: string): string {
  if (language() === 'en' || text === '') return text;
  codes ??= englishNames();
  const own = new Intl.DisplayNames(language(), { type: 'region' });
  const fitting = [...codes].map(([english, code]) => [english, own.of(code) ?? ''] as const).filter(([, name]) => name.startsWith(text));
  // India, not Indonesia: the shorter name is more of what was typed.
  return fitting.sort(([, one], [, other]) => one.length - other.length)[0]?.[0] ?? text;
}

function englishNames(): ReadonlyMap<string, string> {
  const names = new Intl.DisplayNames('en', { type: 'region', fallback: 'none' });
  const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];
  const found = letters.flatMap((first) => letters.map((second) => first + second)).map((code) => [names.of(code), code] as const);
  return new Map([...found.filter((pair): pair is readonly [string, string] => pair[0] !== undefined), ...Object.entries(OTHERS)]);
}
