import type { Gap } from './gaps/gap.ts'
import { readTemplate } from './template.ts'

export interface TemplateMender {
  /** What is mended from here on. */
  use(gaps: readonly Pick<Gap, 'mend'>[]): void
  /** @returns the template for the emulator; undefined for what is no template or needs nothing */
  mend(text: string): string | undefined
  /** @returns the text as it was before it was mended, so that nobody but the emulator sees the other one */
  original(text: string): string
}

export const createTemplateMender = (): TemplateMender => {
  const originals = new Map<string, string>()
  let used: readonly Pick<Gap, 'mend'>[] = []
  // The emulator may write a template's JSON anew.
  const keyOf = (text: string): string => JSON.stringify(readTemplate(text) ?? text)
  return {
    use: (gaps) => {
      used = gaps
    },
    mend: (text) => {
      const template = readTemplate(text)
      if (!template) return undefined
      const mended = JSON.stringify(used.reduce((changed, gap) => gap.mend(changed), template))
      if (mended === JSON.stringify(template)) return undefined
      originals.set(keyOf(mended), text)
      return mended
    },
    original: (text) => originals.get(keyOf(text)) ?? text,
  }
}
