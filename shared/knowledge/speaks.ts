const baseLanguage = (tag: string): string => tag.toLowerCase().split('-')[0] ?? tag

/** True where the customer's language is not known: then no passage is in the wrong one. */
export const speaks = (passage: { readonly language: string } | undefined, language: string | undefined): boolean =>
  language === undefined || baseLanguage(passage?.language ?? '') === baseLanguage(language)
