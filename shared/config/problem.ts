const longestShownValue = 80

/** One line: `teams.billing.capacity: 0 is not allowed: must be at least 1`. */
export const problem = (field: string, value: unknown, allowed: string): string =>
  value === undefined ? `${field}: is missing: ${allowed}` : `${field}: ${show(value)} is not allowed: ${allowed}`

/** A choice's values as a reader would list them. */
export const oneOf = (values: Iterable<unknown>): string => `must be one of ${[...values].map(show).join(', ')}`

const show = (value: unknown): string => {
  // JSON has no word for what is no number.
  const text = Number.isNaN(value) || value === Infinity ? String(value) : (JSON.stringify(value) ?? String(value))
  return text.length > longestShownValue ? `${text.slice(0, longestShownValue)}…` : text
}
