import { patternCost } from './pattern-cost.ts'
import { problem } from './problem.ts'

/** What makes an element match in more than one length. */
const varying = /^(?:[*+?]|\{\d+,\d*\})/
/** What makes a group come again so often that the ways to split a text between its turns explode. */
const recurring = /^(?:[*+]|\{\d+,\}|\{(?:\d+,)?(?:[4-9]|\d{2,})\})/
/** Steps for one message: some twentieth of a second. A single open repeat takes a third of them. */
const mostSteps = 5e7

/**
 * Refuses what does not compile, and what could take a customer's message for ever: a recurring group of varying length,
 * such as `(a+)+` or `(a|ab)*`, and repeats that divide one stretch of text among them, such as `\\d+\\d+!`. Some harmless
 * patterns go with them; each can be written flat, or with bounds.
 */
export const checkPattern = (field: string, pattern: string): readonly string[] => {
  const fault = faultOf(pattern)
  return fault ? [problem(field, pattern, fault)] : []
}

/** What follows looks at each part of a pattern, and into each group as often as it comes. */
const mostCharacters = 4_000
const deepest = 8

const faultOf = (pattern: string): string | undefined => {
  if (pattern.length > mostCharacters) return `must have at most ${mostCharacters} characters`
  try {
    new RegExp(pattern, 'iu')
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message.replace(/^.*: /, '') : String(cause)
    return `must be a regular expression that compiles: ${reason}`
  }
  if (depthOf(outlineOf(pattern)) > deepest) return `must not nest groups more than ${deepest} deep`
  if (recursInVaryingLength(outlineOf(pattern)))
    return 'must not repeat a group that holds a repeat, an option or alternatives'
  if (patternCost(pattern) > mostSteps) return tooManyWays
  return new RegExp(pattern, 'iu').test('') ? 'must not fit an empty text: it would fit every message' : undefined
}

const tooManyWays =
  'must not hold repeats, options or alternatives that take the same characters one after the other, such as ".*" twice or "(a|aa)" often: write what parts them, or smaller bounds such as ".{0,40}"'

/** Every escape and class as one character, so that only groups and repeats are left to read. */
const outlineOf = (pattern: string): string => pattern.replace(/\\./gsu, 'x').replace(/\[[^\]]*\]/gu, 'x')

const depthOf = (outline: string): number => {
  let [depth, most] = [0, 0]
  for (const one of outline) {
    if (one === '(') most = Math.max(most, ++depth)
    if (one === ')') depth -= 1
  }
  return most
}

const recursInVaryingLength = (outline: string): boolean => {
  const groups: boolean[] = [false]
  for (let at = 0; at < outline.length; at++) {
    const rest = outline.slice(at + 1)
    if (outline[at] === '(') groups.push(false)
    else if (outline[at] === ')') {
      const varies = groups.pop() ?? false
      if (varies && recurring.test(rest)) return true
      if (varies || varying.test(rest)) groups[groups.length - 1] = true
    } else if (outline[at] === '|' || varying.test(rest)) groups[groups.length - 1] = true
  }
  return false
}
