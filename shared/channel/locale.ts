const longest = 35

/**
 * A language tag as `Intl` spells it, such as `pt-BR` for `pt_br`; undefined for what is none. Language, script and
 * region alone: whatever else a sender may put there reaches nobody.
 */
export const localeOf = (tag: string | undefined): string | undefined => {
  const [plain = ''] = (tag ?? '').split(/[.@]/)
  if (plain === '' || plain.length > longest) return undefined
  try {
    const { language, script, region } = new Intl.Locale(plain.replaceAll('_', '-'))
    // Longer ones are nobody's language, and "und" says that it is not known.
    return /^[a-z]{2,3}$/.test(language) && language !== 'und'
      ? [language, script, region].filter(Boolean).join('-')
      : undefined
  } catch {
    return undefined
  }
}
