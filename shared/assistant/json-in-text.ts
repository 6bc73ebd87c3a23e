const fenced = /^```(?:json)?\s*\n([\s\S]*?)\n?```$/i

/** The one JSON value that a text is, bare or in a fence; undefined for a text that is more or less than that. */
export const jsonInText = (text: string): unknown => {
  const whole = text.trim()
  try {
    return JSON.parse(fenced.exec(whole)?.[1] ?? whole)
  } catch {
    return undefined
  }
}
