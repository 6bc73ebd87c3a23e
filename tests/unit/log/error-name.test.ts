import { expect, test } from 'vitest'
import { errorName } from '#shared/log/error-name.ts'

test.each([
  [new TypeError('Ada wrote'), 'TypeError'],
  [
    Object.assign(new Error('x'), { name: 'com.amazonaws.dynamodb#ThrottlingException' }),
    'com.amazonaws.dynamodb#ThrottlingException',
  ],
  [new DOMException('Ada wrote', 'TimeoutError'), 'TimeoutError'],
  [Object.assign(new Error('x'), { name: '$ZodError' }), '$ZodError'],
])('of %o its class is told', (error, name) => {
  expect(errorName(error)).toBe(name)
})

test.each([
  ['a name that is a sentence', Object.assign(new Error('x'), { name: 'Ada wrote: I was charged twice' })],
  ['a name without end', Object.assign(new Error('x'), { name: 'x'.repeat(200) })],
  ['a name that is none', Object.assign(new Error('x'), { name: '' })],
])('%s is not told', (_, error) => {
  expect(errorName(error)).toBe('Error')
})

test('what is no error is unknown', () => {
  expect(errorName('I was charged twice')).toBe('unknown')
})
