/** What texts of one language need to put numbers and nouns together. */
export interface Wording {
  /** `{ one: '# photo', other: '# photos' }` with the number in place of `#`. */
  readonly plural: (count: number, forms: PluralForms) => string;
  readonly number: (value: number) => string;
}

type PluralForms = { readonly other: string } & { readonly [K in Intl.LDMLPluralRule]?: string };

export function wording(language: string): Wording {
  const rules = new Intl.PluralRules(language);
  const numbers = new Intl.NumberFormat(language);
  return {
    plural: (count, forms) => (forms[rules.select(count)] ?? forms.other).replace('#', numbers.format(count)),
    number: (value) => numbers.format(value),
  };
}
