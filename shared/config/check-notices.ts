import type { BatonConfig } from './config.ts'
import { oneOf } from './problem.ts'

export const checkNotices = ({ overrides }: BatonConfig['notices'], known: readonly string[]): readonly string[] =>
  Object.entries(overrides).flatMap(([language, wordings]) =>
    Object.keys(wordings)
      .filter((key) => !known.includes(key))
      .map((key) => `notices.overrides.${language}.${key}: is not a notice: ${oneOf(known)}`),
  )
