import { parseArgs } from 'node:util'

export interface Asked {
  readonly names: readonly string[]
  readonly scale: number
}

/**
 * What the battery was asked for; a scale that tries nothing would meet every bar.
 * @throws Error that says what may be asked
 */
export const readAsked = (given: readonly string[], known: readonly string[]): Asked => {
  const { values } = parseArgs({
    args: [...given],
    options: { scale: { type: 'string', default: '1' }, part: { type: 'string', multiple: true } },
  })
  const scale = Number(values.scale)
  if (!(scale > 0 && Number.isFinite(scale)))
    throw new Error(`--scale ${values.scale}: must be a number above 0, such as 0.01; 1 is all of it`)
  const unknown = values.part?.find((name) => !known.includes(name))
  if (unknown !== undefined) throw new Error(`--part ${unknown}: there are ${known.join(', ')}`)
  return { names: values.part ? [...new Set(values.part)] : known, scale }
}
