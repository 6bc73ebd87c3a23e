import type * as z from 'zod/mini'

type Issue = z.core.$ZodIssue

/** What the small build says where a schema has no wording of its own. */
const noWording = 'Invalid input'

/** Zod's small build carries no wording; these name what is allowed, and never repeat the value, which may be a customer's. */
const allowed = (issue: Issue): string => {
  switch (issue.code) {
    case 'invalid_type':
      return `must be ${issue.expected}`
    case 'invalid_value':
      return `must be one of ${issue.values.map((value) => JSON.stringify(value)).join(', ')}`
    case 'too_big':
      return `must be at most ${issue.maximum}${issue.origin === 'string' ? ' characters' : ''}`
    case 'too_small':
      return `must be at least ${issue.minimum}${issue.origin === 'string' ? ' characters' : ''}`
    case 'unrecognized_keys':
      return `unknown field ${issue.keys.map((key) => JSON.stringify(key)).join(', ')}`
    case 'invalid_format':
      return issue.message === noWording ? `must be a valid ${issue.format}` : issue.message
    default:
      return issue.message || 'is not valid'
  }
}

/** At most five problems, each as `path: what is allowed`. */
export const describeIssues = (issues: readonly Issue[]): string =>
  issues
    .slice(0, 5)
    .map((issue) => `${issue.path.length > 0 ? issue.path.join('.') : 'body'}: ${allowed(issue)}`)
    .join('; ')
