export const endOfLine: string
