import { describe, expect, it } from 'vitest'
import { membersOf } from './members.ts'
import { sampleModel } from './sample-model.ts'
import { shapeFaults } from './shape.ts'

const faults = (input: unknown) => shapeFaults(sampleModel, 'PutLampInput', input, 'request')

describe('a request that the model allows', () => {
  it.each<[string, object]>([
    ['the least of it', { Name: 'alba' }],
    [
      'all of it',
      {
        Name: 'alba',
        Kind: 'desk',
        Watts: 60,
        Weight: 0.5,
        Lit: false,
        Picture: 'AQIDBA==',
        MadeAt: 1_795_000_000.5,
        Shades: ['red', 'blue'],
        Labels: { home: 'floor' },
        Source: { Battery: 3 },
        Anything: { at: ['all', null, 1] },
      },
    ],
    ['an absent member written as nothing', { Name: 'alba', Kind: undefined, Watts: null }],
  ])('has no fault: %s', (_what, input) => {
    expect(faults(input)).toEqual([])
  })
})

describe('a request that the model does not allow', () => {
  it.each<[string, object, string | RegExp]>([
    ['a member too many', { Name: 'alba', Colour: 'red' }, 'the whole: Colour is not known'],
    ['a member in the wrong case', { Name: 'alba', watts: 3 }, 'the whole: watts is not known'],
    ['a required member missing', { Kind: 'desk' }, 'the whole: Name is required'],
    ['a number for a text', { Name: 7 }, 'Name: number where string belongs'],
    ['a text for a number', { Name: 'alba', Watts: '7' }, 'Watts: string where integer belongs'],
    ['a fraction for a whole number', { Name: 'alba', Watts: 1.5 }, 'Watts: 1.5 is not a whole number'],
    ['a text for a flag', { Name: 'alba', Lit: 'true' }, 'Lit: string where boolean belongs'],
    ['one for many', { Name: 'alba', Shades: 'red' }, 'Shades: string where list belongs'],
    ['a list for a map', { Name: 'alba', Labels: [] }, 'Labels: list where map belongs'],
    ['a time as a text', { Name: 'alba', MadeAt: '2026-11-22' }, 'MadeAt: string where timestamp belongs'],
    ['a choice that there is not', { Name: 'alba', Kind: 'wall' }, 'Kind: "wall" is none of floor, desk'],
    ['too small', { Name: 'alba', Watts: 0 }, 'Watts: 0 is less than 1'],
    ['too large', { Name: 'alba', Watts: 61 }, 'Watts: 61 is more than 60'],
    ['too long', { Name: 'albaalbaalba' }, 'Name: 12 characters is more than 8'],
    ['too short', { Name: '' }, /Name: 0 characters is less than 1/],
    ['only a part that fits the pattern', { Name: 'alba7' }, 'Name: "alba7" does not fit [a-z]+'],
    ['too few entries', { Name: 'alba', Shades: [] }, 'Shades: 0 entries is less than 1'],
    ['too many entries', { Name: 'alba', Labels: { a: 'desk', b: 'desk' } }, 'Labels: 2 entries is more than 1'],
    ['bytes that are not base64', { Name: 'alba', Picture: 'AQID!' }, 'Picture: a blob that is not base64'],
    ['too many bytes', { Name: 'alba', Picture: 'AQIDBAU=' }, 'Picture: 5 bytes is more than 4'],
    [
      'two members of a union',
      { Name: 'alba', Source: { Plug: true, Battery: 3 } },
      /Source: a union .* has 2: Plug, Battery/,
    ],
    ['no member of a union', { Name: 'alba', Source: {} }, /Source: a union of one member has 0/],
    ['a fault deep within', { Name: 'alba', Shades: ['red', 'RED'] }, 'Shades[1]: "RED" does not fit [a-z]+'],
    ['a fault in a key of a map', { Name: 'alba', Labels: { A: 'desk' } }, 'Labels{A}: "A" does not fit [a-z]+'],
  ])('has its fault named: %s', (_what, input, fault) => {
    expect(faults(input)).toContainEqual(typeof fault === 'string' ? fault : expect.stringMatching(fault))
  })
})

it('an answer may have fewer entries than a request, and no more', () => {
  const answer = (value: object) => shapeFaults(sampleModel, 'PutLampOutput', value, 'answer')

  expect(answer({ Id: 'alba', Shades: [] })).toEqual([])
  expect(answer({ Id: 'alba', Shades: ['a', 'b', 'c'] })).toEqual(['Shades: 3 entries is more than 2'])
})

it('a pattern that only Java can read is not held against a text', () => {
  const shapes = { T: { type: 'string', pattern: '[\\p{javaLetter}&&[^x]]+(?i)' } }

  expect(shapeFaults({ ...sampleModel, shapes }, 'T', 'anything', 'request')).toEqual([])
})

describe('the shape of a request', () => {
  const shape = (input: object) => membersOf(sampleModel, 'PutLamp', input)

  it('is its members, not their values, nor how many there are', () => {
    expect(shape({ Name: 'a', Shades: ['x'] })).toBe(shape({ Name: 'b', Shades: ['y', 'z'] }))
    expect(shape({ Name: 'a', Labels: { x: 'desk' } })).toBe(shape({ Name: 'a', Labels: { y: 'floor' } }))
    expect(shape({ Name: 'a', Anything: { b: 1 } })).toBe(shape({ Name: 'a', Anything: {} }))
  })

  it('is another one with another member, deep within also', () => {
    expect(shape({ Name: 'a' })).not.toBe(shape({ Name: 'a', Lit: true }))
    expect(shape({ Name: 'a', Source: { Plug: true } })).not.toBe(shape({ Name: 'a', Source: { Battery: 1 } }))
  })
})
