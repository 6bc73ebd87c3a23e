import { read } from './reading.ts'

const STEM_LENGTH = 5
const GRAM = 3

// What a question is made of, whatever it is about.
const EMPTY = new Set(
  `a an the i you he she it we they me my your his her its our their this that these those is are am was were be been do does did dont doesnt didnt
  have has had can could wil would shal should may might must to of in on at for from with by as and or but if so not no yes please tel know want ned help like get let what when where why who how which there here just any some about al im ive id
  der die das den dem ein eine einen einem einer ich du er sie es wir ihr mein meine meinen dein ihre ist sind war bin hat habe haben kan kon wird werden wie was wan wo warum wer mit von zu zur zum auf in an fur und oder aber bite nicht kein mal noch mir mich
  el la los las un una unos yo tu mi su se es son esta estan ha he hay que como cuando donde por porque quien cual con de del al en para y o pero no si me lo le puedo quiero
  le les des du un une je tu il ele nous vous mon ma mes votre vos son sa est sont ai a avez as que qui quoi coment quand ou pourquoi quel quele avec de pour dans sur et ou mais ne pas sil plait ce cete puis peux
  o os as um uma eu meu minha seu sua e sao esta tem como quando onde porque quem qual com do da dos das no na em para mas nao por quero poso
  il lo i gli uno io mio mia tuo sua e sono ha ho che chi come quando dove perche quale con di del dela dei da in per ma non si mi ci poso voglio
  de het een ik jij je mijn uw is zijn was hoe wat waner war warom wie met van te op in an vor en of mar niet kan`.split(
    /\s+/,
  ),
)

/** The words that carry a message's meaning, cut to their stems. */
export const contentWords = (text: string): ReadonlySet<string> =>
  new Set(
    read(text)
      .words.map(({ text: word }) => word)
      .filter((word) => !EMPTY.has(word) && (word.length > 1 || !/\d/.test(word)))
      .map((word) => word.slice(0, STEM_LENGTH)),
  )

/** 0 to 1: how much of the shorter message's meaning the other shares. */
export const similarity = (one: ReadonlySet<string>, other: ReadonlySet<string>): number => {
  const [few, many] = one.size <= other.size ? [one, other] : [other, one]
  if (few.size === 0) return 0
  const shared = [...few].reduce((sum, word) => sum + likeness(word, many), 0)
  return shared / Math.sqrt(few.size * many.size)
}

const likeness = (word: string, words: ReadonlySet<string>): number => {
  if (words.has(word)) return 1
  let best = 0
  for (const other of words) best = Math.max(best, dice(word, other))
  return best >= 0.5 ? best : 0
}

const grams = (word: string): string[] =>
  word.length <= GRAM ? [word] : Array.from({ length: word.length - GRAM + 1 }, (_, at) => word.slice(at, at + GRAM))

const dice = (one: string, other: string): number => {
  const [left, right] = [grams(one), new Set(grams(other))]
  return (2 * left.filter((gram) => right.has(gram)).length) / (left.length + right.size)
}
