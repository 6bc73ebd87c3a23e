import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { guards } from './guards.ts'

const times = (text: string, part: string): number => text.split(part).length - 1

test.each(guards)('$file: $test: what is taken out stands there once', ({ file, source }) => {
  expect(times(readFileSync(file, 'utf8'), source)).toBe(1)
})
