import { expect, test } from 'vitest'
import { withProperties } from '#tests/e2e/emulator/template.ts'
import { createTemplateMender } from '#tests/e2e/emulator/template-mender.ts'

const named = {
  mend: (template: Parameters<typeof withProperties>[0]) => withProperties(template, 'A::B', () => ({ Name: 'x' })),
}
const text = '{\n "Resources": { "One": { "Type": "A::B" } }\n}'

test('mends what it is told to, and knows what it was', () => {
  const mender = createTemplateMender()
  mender.use([named])

  const mended = mender.mend(text) ?? ''

  expect(JSON.parse(mended)).toEqual({ Resources: { One: { Type: 'A::B', Properties: { Name: 'x' } } } })
  expect(mender.original(mended)).toBe(text)
})

test('knows it also when the emulator has written it anew', () => {
  const mender = createTemplateMender()
  mender.use([named])

  const mended = mender.mend(text) ?? ''

  expect(mender.original(JSON.stringify(JSON.parse(mended), undefined, 4))).toBe(text)
})

test('leaves alone what needs nothing, and whatever is no template', () => {
  const mender = createTemplateMender()
  mender.use([named])

  expect(mender.mend('{"Resources":{"Other":{"Type":"C::D"}}}')).toBeUndefined()
  expect(mender.mend('PK\u0003\u0004')).toBeUndefined()
  expect(mender.mend('{"version":1}')).toBeUndefined()
  expect(mender.original('{"Resources":{}}')).toBe('{"Resources":{}}')
})

test('mends nothing before it is told to', () => {
  expect(createTemplateMender().mend(text)).toBeUndefined()
})
