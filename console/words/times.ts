/** The time of day as a language writes it; of another day, with the day. */
export const timeOf = (at: number, now: number, language: string): string => {
  const sameDay = new Date(at).toDateString() === new Date(now).toDateString()
  const day: Intl.DateTimeFormatOptions = sameDay ? {} : { day: 'numeric', month: 'short' }
  return new Intl.DateTimeFormat(language, { ...day, hour: '2-digit', minute: '2-digit' }).format(at)
}

export const dayOf = (at: number, language: string): string =>
  new Intl.DateTimeFormat(language, { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' }).format(at)

/** Day, minute and second, for whoever asks exactly. */
export const exactTime = (at: number, language: string): string =>
  new Intl.DateTimeFormat(language, { dateStyle: 'long', timeStyle: 'medium' }).format(at)

/** What an outcome, a cause or a channel is called: by the dictionary, else its own id made readable. */
export const called = (id: string, known: Readonly<Record<string, string>>): string =>
  (Object.hasOwn(known, id) ? known[id] : undefined) ??
  id.charAt(0).toUpperCase() + id.slice(1).replaceAll(/[-_]+/g, ' ')
