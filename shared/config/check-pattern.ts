import { problem } from './problem.ts'

/** A repeat without a bound, after whatever it repeats. */
const unbounded = /^(?:[*+]|\{\d+,\})/

/**
 * Refuses what does not compile, and what could take a customer's message for ever: a repeated group that itself holds a
 * repeat or alternatives, such as `(a+)+` or `(a|ab)*`. Some harmless patterns go with them; each can be written flat.
 */
export const checkPattern = (field: string, pattern: string): readonly string[] => {
  try {
    new RegExp(pattern, 'iu')
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message.replace(/^.*: /, '') : String(cause)
    return [problem(field, pattern, `must be a regular expression that compiles: ${reason}`)]
  }
  return repeatsARepeat(pattern)
    ? [problem(field, pattern, 'must not repeat a group that holds a repeat or alternatives')]
    : []
}

const repeatsARepeat = (pattern: string): boolean => {
  const bare = pattern.replace(/\\./gsu, 'x').replace(/\[[^\]]*\]/gu, 'x')
  const groups: boolean[] = [false]
  for (let at = 0; at < bare.length; at++) {
    const repeated = unbounded.test(bare.slice(at + 1))
    if (bare[at] === '(') groups.push(false)
    else if (bare[at] === ')') {
      const varies = groups.pop() ?? false
      if (varies && repeated) return true
      if (varies || repeated) groups[groups.length - 1] = true
    } else if (repeated || bare[at] === '|') groups[groups.length - 1] = true
  }
  return false
}
