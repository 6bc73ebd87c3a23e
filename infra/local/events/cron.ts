import { StartError } from '../stack/errors.ts'

const months = ['JAN', 'FEB', 'MAR', 'APR', 'MAY', 'JUN', 'JUL', 'AUG', 'SEP', 'OCT', 'NOV', 'DEC']
const days = ['SUN', 'MON', 'TUE', 'WED', 'THU', 'FRI', 'SAT']

interface Field {
  readonly from: number
  readonly to: number
  readonly names?: readonly string[]
}

const fields: readonly Field[] = [
  { from: 0, to: 59 },
  { from: 0, to: 23 },
  { from: 1, to: 31 },
  { from: 1, to: 12, names: months },
  { from: 1, to: 7, names: days },
  { from: 1970, to: 2199 },
]

const refuse = (expression: string, part: string): never => {
  throw new StartError(`schedule ${expression}: the local cloud cannot read "${part}"`)
}

const numberOf = (text: string, field: Field, expression: string): number => {
  const named = field.names?.indexOf(text.toUpperCase()) ?? -1
  const number = named >= 0 ? named + field.from : Number(text)
  return Number.isInteger(number) && number >= field.from && number <= field.to ? number : refuse(expression, text)
}

const valuesOf = (part: string, field: Field, expression: string): number[] => {
  const [range = '', step] = part.split('/')
  const [first = '', last] = range.split('-')
  const everything = range === '*' || range === '?'
  const from = everything ? field.from : numberOf(first, field, expression)
  const open = everything || (step !== undefined && last === undefined)
  const to = open ? field.to : last === undefined ? from : numberOf(last, field, expression)
  const stride = step === undefined ? 1 : Number(step)
  if (!Number.isInteger(stride) || stride < 1) return refuse(expression, part)
  return Array.from({ length: Math.floor((to - from) / stride) + 1 }, (_, index) => from + index * stride)
}

const partsAt = (at: Date, timeZone: string): number[] => {
  const format = new Intl.DateTimeFormat('en-US', {
    timeZone,
    hourCycle: 'h23',
    minute: 'numeric',
    hour: 'numeric',
    day: 'numeric',
    month: 'numeric',
    weekday: 'short',
    year: 'numeric',
  })
  const found = new Map(format.formatToParts(at).map(({ type, value }) => [type, value]))
  const number = (name: Intl.DateTimeFormatPartTypes) => Number(found.get(name))
  const weekday = days.indexOf(found.get('weekday')?.toUpperCase() ?? '') + 1
  return [number('minute'), number('hour'), number('day'), number('month'), weekday, number('year')]
}

/** Whether a six-field AWS cron expression, `minute hour day month weekday year`, names this minute. */
export const cronMatcher = (expression: string, timeZone = 'UTC'): ((at: Date) => boolean) => {
  const written = expression
    .replace(/^cron\(|\)$/g, '')
    .trim()
    .split(/\s+/)
  if (written.length !== fields.length) refuse(expression, `${written.length} fields`)
  const wanted = fields.map(
    (field, index) => new Set((written[index] ?? '').split(',').flatMap((part) => valuesOf(part, field, expression))),
  )
  return (at) => partsAt(at, timeZone).every((value, index) => wanted[index]?.has(value))
}
