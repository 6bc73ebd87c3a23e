/** What a class or a service's code looks like, and no sentence does. */
const named = /^[\w$.#:-]{1,80}$/

/** All that is told of an error: never its message, which may quote a customer or a URL. */
export const errorName = (error: unknown): string => {
  if (!(error instanceof Error)) return 'unknown'
  return named.test(error.name) ? error.name : 'Error'
}
