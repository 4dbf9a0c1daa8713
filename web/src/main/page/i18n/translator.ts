/**
 * Translates sentences of the program by their patterns: `there is no list "{id}"`. The values are
 * taken from the sentence, so they stay as they are. Null where a sentence is not known.
 */
export type Translate = (sentence: string) => string | null;

export interface Translations {
  /**
   * By pattern what it means. `{name}` is a value as it is, `{*name}` one that is translated where
   * that can be done, `{!name}` one without whose translation the pattern does not apply.
   */
  readonly sentences: Readonly<Record<string, string>>;
  /** Words that are a value, such as names of months. */
  readonly words: Readonly<Record<string, string>>;
  /** What stands between sentences that are said together. */
  readonly between: Readonly<Record<string, string>>;
}

/** A pattern, ready to be compared. */
interface Rule {
  readonly fixed: readonly string[];
  readonly names: readonly string[];
  readonly meaning: string;
}

/** So many parts of a sentence are looked at: a value may look as if it had any number of them. */
const MOST_PARTS = 1000;

const VALUE = /\{(\w+)\}/g;
const FILLED = /\{([*!]?)(\w+)\}/g;

export function translator(translations: Translations): Translate {
  let known: Known | null = null;
  return (sentence) => {
    known ??= new Known(translations);
    return known.translate(sentence);
  };
}

class Known {
  readonly #words: ReadonlyMap<string, string>;
  readonly #rules: readonly Rule[];
  readonly #between: readonly (readonly [string, string])[];
  #partsLeft = 0;

  constructor({ sentences, words, between }: Translations) {
    const all = Object.entries(sentences);
    const hasValues = ([pattern]: readonly [string, string]) => pattern.search(VALUE) >= 0;
    this.#words = new Map([...Object.entries(words), ...all.filter((pair) => !hasValues(pair))]);
    this.#rules = all
      .filter(hasValues)
      .map(([pattern, meaning]) => ruleOf(pattern, meaning))
      // What says most by itself first: other patterns may take a part of it for a value.
      .sort((a, b) => fixedLength(b) - fixedLength(a));
    this.#between = Object.entries(between);
  }

  /** Null where it is not known. */
  translate(sentence: string): string | null {
    this.#partsLeft = MOST_PARTS;
    return this.#part(sentence);
  }

  #part(sentence: string): string | null {
    if (this.#partsLeft-- <= 0) return null;
    return this.#words.get(sentence) ?? this.#joined(sentence) ?? this.#byRule(sentence) ?? this.#named(sentence);
  }

  #joined(sentence: string): string | null {
    const inner = /^\((.+)\)$/s.exec(sentence)?.[1];
    if (inner !== undefined) {
      const translated = this.#part(inner);
      if (translated !== null) return `（${translated}）`;
    }
    for (const [separator, meaning] of this.#between) {
      const parts = sentence.split(separator);
      const translated = parts.length > 1 ? parts.map((part) => this.#part(part)) : [null];
      if (translated.every((part) => part !== null)) return translated.reduce((all, part) => all + spaced(all, meaning, part) + part);
    }
    return null;
  }

  #byRule(sentence: string): string | null {
    for (const rule of this.#rules) {
      const values = valuesIn(sentence, rule.fixed);
      const filled = values === null ? null : this.#filled(rule, values);
      if (filled !== null) return filled;
    }
    return null;
  }

  #filled({ meaning, names }: Rule, values: readonly string[]): string | null {
    let applies = true;
    const filled = meaning.replace(FILLED, (place: string, mark: string, name: string, at: number) => {
      const value = values[names.indexOf(name)]!;
      const translated = mark === '' ? value : this.#part(value);
      if (translated === null && mark === '!') applies = false;
      return spaced(meaning.slice(0, at), translated ?? value, meaning.slice(at + place.length));
    });
    return applies ? filled : null;
  }

  /** A known word with a value behind it: `rating 4`. */
  #named(sentence: string): string | null {
    for (let end = sentence.lastIndexOf(' '); end > 0; end = sentence.lastIndexOf(' ', end - 1)) {
      const word = this.#words.get(sentence.slice(0, end));
      if (word !== undefined) return `${word} ${sentence.slice(end + 1)}`;
    }
    return null;
  }
}

function ruleOf(pattern: string, meaning: string): Rule {
  return { fixed: pattern.split(/\{\w+\}/), names: [...pattern.matchAll(VALUE)].map(([, name]) => name!), meaning };
}

/**
 * What stands between the fixed texts of a pattern, each value as short as can be; null where the sentence is of another
 * form. It is read once from left to right: a regular expression may try for hours how to divide it.
 */
function valuesIn(sentence: string, fixed: readonly string[]): string[] | null {
  const [first, last] = [fixed[0]!, fixed.at(-1)!];
  if (!sentence.startsWith(first) || !sentence.endsWith(last)) return null;
  const values: string[] = [];
  let from = first.length;
  for (const text of fixed.slice(1, -1)) {
    const at = sentence.indexOf(text, from + 1);
    if (at < 0) return null;
    values.push(sentence.slice(from, at));
    from = at + text.length;
  }
  const end = sentence.length - last.length;
  if (from >= end) return null;
  return [...values, sentence.slice(from, end)];
}

/** A value between its neighbours, with a space between Chinese and Latin letters or digits. */
function spaced(before: string, value: string, after: string): string {
  return gap(before, value) + value + gap(value, after);
}

function gap(before: string, after: string): string {
  const meet = (left: RegExp, right: RegExp) => left.test(before) && right.test(after);
  return meet(/\p{Script=Han}$/u, /^[\p{Script=Latin}\d]/u) || meet(/[\p{Script=Latin}\d]$/u, /^\p{Script=Han}/u) ? ' ' : '';
}

function fixedLength({ fixed }: Rule): number {
  return fixed.reduce((sum, text) => sum + text.length, 0);
}
