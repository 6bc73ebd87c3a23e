import { expect, test } from 'vitest'
import { slugOf } from '#infra/import/fields.ts'

test.each([
  ['Größe & Café', 'grosse-cafe'],
  ['Hvornår får jeg min pakke?', 'hvornar-far-jeg-min-pakke'],
  ['返品できますか？', '返品できますか'],
  ['Мой заказ', 'мой-заказ'],
  ['हिन्दी में मदद', 'हिन्दी-में-मदद'],
  ['ＡＢＣ　１２', 'abc-12'],
])('an article called "%s" is kept as "%s"', (title, name) => {
  expect(slugOf(title)).toBe(name)
})
