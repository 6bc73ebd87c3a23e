import { join } from 'node:path'
import { expect, test } from 'vitest'
import { projectFolder } from '#infra/bundle/door-entries.ts'
import type { Stretch } from '#shared/triggers/listen.ts'
import { readExampleFolder } from '#shared/triggers/training/example-folder.ts'
import { expand } from '#shared/words/training/expand.ts'
import { pick, seededRandom } from '#shared/words/training/random.ts'
import { listen, model } from '#tests/support/listen.ts'
import { hostileTexts } from './hostile-texts.ts'
import { heardPlainly } from './plain-classifier.ts'

const random = seededRandom(4)
const lines = readExampleFolder(join(projectFolder, 'shared/triggers/examples'))
const authored = Array.from({ length: 2_000 }, () => expand(pick(lines, random)?.text ?? '', 1, random)[0] ?? '')
const texts = [...authored, ...bursts(authored), ...[...hostileTexts(200, 4)].map((text) => text.slice(0, 500))]

/** Several messages in one: full stops, line breaks, or neither. */
function bursts(from: readonly string[]): readonly string[] {
  return Array.from({ length: 200 }, (_, at) =>
    from.slice(at, at + 2 + (at % 6)).join(['. ', ' ', '\n', '! '][at % 4] ?? ''),
  )
}

const rounded = (probabilities: readonly number[]): readonly number[] =>
  probabilities.map((one) => Number(one.toFixed(12)))

test('the classifier hears in thousands of texts what it would hear without its shortcuts', () => {
  for (const text of texts) {
    const heard = listen(text).map(({ probability }) => probability)

    expect(rounded(heard), text).toEqual(rounded(heardPlainly(model, text)))
  }
})

test('also where parts of the text are denied, and each head alone', () => {
  for (const text of texts) {
    const third = Math.floor(text.length / 3)
    const denied: readonly Stretch[] = [
      [Math.floor(third / 2), third],
      [2 * third, 2 * third + 3],
    ]

    const heard = listen(text, denied).map(({ probability }) => probability)
    const alone = model.heads.flatMap((head) => listen(text, denied, head).map(({ probability }) => probability))

    expect(rounded(heard), text).toEqual(rounded(heardPlainly(model, text, denied)))
    expect(alone).toEqual(heard)
  }
})
