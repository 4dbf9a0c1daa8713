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
  readonly form: RegExp;
  readonly meaning: string;
}

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
    return this.#words.get(sentence) ?? this.#joined(sentence) ?? this.#byRule(sentence) ?? this.#named(sentence);
  }

  #joined(sentence: string): string | null {
    const inner = /^\((.+)\)$/s.exec(sentence)?.[1];
    if (inner !== undefined) {
      const translated = this.translate(inner);
      if (translated !== null) return `（${translated}）`;
    }
    for (const [separator, meaning] of this.#between) {
      const parts = sentence.split(separator);
      const translated = parts.length > 1 ? parts.map((part) => this.translate(part)) : [null];
      if (translated.every((part) => part !== null)) return translated.reduce((all, part) => all + spaced(all, meaning, part) + part);
    }
    return null;
  }

  #byRule(sentence: string): string | null {
    for (const rule of this.#rules) {
      if (!rule.fixed.every((text) => sentence.includes(text))) continue;
      const found = rule.form.exec(sentence);
      const filled = found === null ? null : this.#filled(rule, found);
      if (filled !== null) return filled;
    }
    return null;
  }

  #filled(rule: Rule, found: RegExpExecArray): string | null {
    let applies = true;
    const { meaning, names } = rule;
    const filled = meaning.replace(FILLED, (place: string, mark: string, name: string, at: number) => {
      const value = found[names.indexOf(name) + 1]!;
      const translated = mark === '' ? value : this.translate(value);
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
  const fixed = pattern.split(/\{\w+\}/);
  const form = new RegExp(`^${fixed.map(escaped).join('(.+?)')}$`, 's');
  return { fixed, names: [...pattern.matchAll(VALUE)].map(([, name]) => name!), form, meaning };
}

/** A value between its neighbours, with a space between Chinese and Latin letters or digits. */
function spaced(before: string, value: string, after: string): string {
  return gap(before, value) + value + gap(value, after);
}

function gap(before: string, after: string): string {
  const meet = (left: RegExp, right: RegExp) => left.test(before) && right.test(after);
  return meet(/\p{Script=Han}$/u, /^[\p{Script=Latin}\d]/u) || meet(/[\p{Script=Latin}\d]$/u, /^\p{Script=Han}/u) ? ' ' : '';
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}

function fixedLength({ fixed }: Rule): number {
  return fixed.reduce((sum, text) => sum + text.length, 0);
}
