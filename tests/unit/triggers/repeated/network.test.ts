import { expect, test } from 'vitest'
import { correction, readNetwork } from '#shared/triggers/repeated/network.ts'

const network = readNetwork('2 -1;1 0 0 1')

test('each hidden sum counts by its own weight', () => {
  expect(correction([3, 5], network)).toBe(2 * 3 - 5)
})

test('a sum below zero says nothing', () => {
  expect(correction([-3, 5], network)).toBe(-5)
})

test('nothing learnt corrects nothing', () => {
  expect(correction([3, 5], readNetwork(''))).toBe(0)
})
