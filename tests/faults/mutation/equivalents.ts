/** Mutants that nobody could notice, by name, each with the reason. */
export const equivalents: Readonly<Record<string, string>> = {}
