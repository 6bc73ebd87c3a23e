/** Words that decide a handoff and that hurried fingers often misspell; folded as `fold` leaves them. */
const TARGETS =
  'human agent person people operator representative suport customer service manager supervisor advisor cancel cancelation canceled subscription acount membership lawyer atorney court refund charged charge payment unauthorized invoice someone somebody speak'.split(
    ' ',
  )

// Real words one edit away from a target that mean something else.
const OTHERS = new Set(
  'agenda agents cancer charger changed change chance personal persona personas peopl couter count covert speaks humane humana aged argent service servicio cancela cancele cancelo'.split(
    ' ',
  ),
)

const LONGEST = 24

const deletions = (word: string): string[] =>
  Array.from(word, (_, index) => word.slice(0, index) + word.slice(index + 1))

// Two words one edit apart share a deletion, so a handful of lookups replaces comparing with every target.
const reachable = new Map<string, string>()
for (const target of TARGETS) for (const near of [target, ...deletions(target)]) reachable.set(near, target)

// A slip of the first letter is read over least: it decides without a look at the others.
const FIRST = new Set(TARGETS.map(([first]) => first))

/** The deciding word that this one misses by one letter (dropped, added, wrong or swapped), if any. */
export const respell = (word: string): string | undefined => {
  if (word.length < 5 || word.length > LONGEST || !FIRST.has(word[0]) || OTHERS.has(word)) return undefined
  for (const near of [word, ...deletions(word)]) {
    const target = reachable.get(near)
    if (target !== undefined) return accepts(word, target) ? target : undefined
  }
  return undefined
}

const accepts = (word: string, target: string): boolean =>
  word !== target && word[0] === target[0] && Math.abs(word.length - target.length) <= 1
