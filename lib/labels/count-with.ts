type Forms = { other: string } & Partial<Record<Intl.LDMLPluralRule, string>>

/** Words for a number of things, `#` where the number stands, in the forms a language has for numbers. */
export function countWith(language: string, forms: Forms): (count: number) => string {
  const rules = new Intl.PluralRules(language)
  return (count) => (forms[rules.select(count)] ?? forms.other).replace('#', String(count))
}

/** The same words as they are sent to a page, whose script counts. */
export function toForms(forms: Forms): Forms {
  return forms
}
