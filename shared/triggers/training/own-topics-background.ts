import { expand } from '../../words/training/expand.ts'
import { pick, seededRandom } from '../../words/training/random.ts'
import type { ExampleLine } from './example-lines.ts'

const SEED = 20261122
/** Enough to know what is common in messages of any language, few enough to train on in a second. */
const DRAWN = 2000

/** Messages about anything at all, drawn from the authored lines: the same lines, the same draw. */
export const otherMessages = (lines: readonly ExampleLine[], drawn = DRAWN): readonly string[] => {
  const random = seededRandom(SEED)
  const texts = Array.from({ length: drawn }, () => pick(lines, random)).flatMap((line) =>
    line === undefined ? [] : expand(line.text, 1, random),
  )
  return [...new Set(texts)]
}
