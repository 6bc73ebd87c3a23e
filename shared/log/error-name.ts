/** All that is told of an error: never its message, which may quote a customer or a URL. */
export const errorName = (error: unknown): string => (error instanceof Error ? error.name : 'unknown')
