const SHORT = 3
const DROPPED = 0.5
const TURNED = 0.3

/** A line as who has asked it already writes it again: little words fall away, and the end may come first. */
export const echo = (line: string, random: () => number): string => {
  const words = line.replace(/[?!.,]/g, '').split(/\s+/)
  const kept = words.filter((word) => word.length > SHORT || random() >= DROPPED)
  const turn = random() < TURNED ? Math.floor(random() * kept.length) : 0
  const echoed = [...kept.slice(turn), ...kept.slice(0, turn)].join(' ')
  return echoed === '' ? line : echoed
}
