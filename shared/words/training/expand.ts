import { pick } from './random.ts'

const SLOT = /\{([^{}]*)\}/g

/** How many different sentences a line stands for. */
export const combinations = (text: string): number =>
  [...text.matchAll(SLOT)].reduce((product, [, options = '']) => product * options.split('|').length, 1)

/** Up to `most` different sentences of a line with slots, drawn at random; the line itself when it has none. */
export const expand = (text: string, most: number, random: () => number): readonly string[] => {
  const wanted = Math.min(most, combinations(text))
  const drawn = new Set<string>()
  for (let tries = 0; drawn.size < wanted && tries < wanted * 4; tries++) {
    const filled = text.replace(SLOT, (_, options: string) => pick(options.split('|'), random) ?? '')
    drawn.add(filled.replace(/\s+/g, ' ').trim())
  }
  return [...drawn]
}
