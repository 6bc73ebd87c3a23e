import type { AttributeValue } from '@aws-sdk/client-dynamodb'
import { compare, type Item, sizeOf } from './attribute.ts'
import { TableError } from './table-error.ts'

/** The names and values that an expression's `#` and `:` stand for. */
export interface Bindings {
  readonly ExpressionAttributeNames?: Readonly<Record<string, string>> | undefined
  readonly ExpressionAttributeValues?: Readonly<Record<string, AttributeValue>> | undefined
}

export type Condition = (item: Item | undefined, bindings: Bindings) => boolean
type Operand = (item: Item | undefined, bindings: Bindings) => AttributeValue | undefined

const token = /[#:]?[A-Za-z_]\w*|<=|>=|<>|[=<>(),]/g

export const nameIn = (written: string, { ExpressionAttributeNames }: Bindings): string => {
  if (!written.startsWith('#')) return written
  const name = ExpressionAttributeNames?.[written]
  if (name === undefined) throw new TableError('ValidationException', `the name ${written} is not defined`)
  return name
}

export const valueIn = (written: string, { ExpressionAttributeValues }: Bindings): AttributeValue => {
  const value = ExpressionAttributeValues?.[written]
  if (value === undefined) throw new TableError('ValidationException', `the value ${written} is not defined`)
  return value
}

const comparisons: Readonly<Record<string, (order: number) => boolean>> = {
  '=': (order) => order === 0,
  '<>': (order) => order !== 0,
  '<': (order) => order < 0,
  '<=': (order) => order <= 0,
  '>': (order) => order > 0,
  '>=': (order) => order >= 0,
}

/** Reads the conditions that Baton writes: comparisons, BETWEEN, and the functions, joined by AND, OR and NOT. */
class ConditionReader {
  readonly #tokens: readonly string[]
  #at = 0

  constructor(text: string) {
    this.#tokens = text.match(token) ?? []
  }

  read(): Condition {
    const condition = this.#either()
    if (this.#at < this.#tokens.length) throw this.#unexpected()
    return condition
  }

  #either(): Condition {
    let left = this.#both()
    while (this.#takes('OR')) {
      const [one, other] = [left, this.#both()]
      left = (item, bindings) => one(item, bindings) || other(item, bindings)
    }
    return left
  }

  #both(): Condition {
    let left = this.#one()
    while (this.#takes('AND')) {
      const [one, other] = [left, this.#one()]
      left = (item, bindings) => one(item, bindings) && other(item, bindings)
    }
    return left
  }

  #one(): Condition {
    if (this.#takes('NOT')) {
      const inner = this.#one()
      return (item, bindings) => !inner(item, bindings)
    }
    if (this.#takes('(')) {
      const inner = this.#either()
      this.#expects(')')
      return inner
    }
    return this.#function() ?? this.#comparison()
  }

  #function(): Condition | undefined {
    if (this.#takes('attribute_exists')) return this.#exists(true)
    if (this.#takes('attribute_not_exists')) return this.#exists(false)
    if (!this.#takes('begins_with')) return undefined
    this.#expects('(')
    const operand = this.#operand()
    this.#expects(',')
    const start = this.#operand()
    this.#expects(')')
    return (item, bindings) => operand(item, bindings)?.S?.startsWith(start(item, bindings)?.S ?? '\0') ?? false
  }

  #exists(wanted: boolean): Condition {
    this.#expects('(')
    const name = this.#next()
    this.#expects(')')
    return (item, bindings) => (item?.[nameIn(name, bindings)] !== undefined) === wanted
  }

  #comparison(): Condition {
    const left = this.#operand()
    if (this.#takes('BETWEEN')) {
      const from = this.#operand()
      this.#expects('AND')
      const to = this.#operand()
      return (item, bindings) =>
        holds('>=', left(item, bindings), from(item, bindings)) && holds('<=', left(item, bindings), to(item, bindings))
    }
    const sign = this.#next()
    if (!Object.hasOwn(comparisons, sign)) throw this.#unexpected()
    const right = this.#operand()
    return (item, bindings) => holds(sign, left(item, bindings), right(item, bindings))
  }

  #operand(): Operand {
    if (this.#takes('size')) {
      this.#expects('(')
      const inner = this.#operand()
      this.#expects(')')
      return (item, bindings) => {
        const value = inner(item, bindings)
        return value && { N: String(sizeOf(value)) }
      }
    }
    const written = this.#next()
    if (written.startsWith(':')) return (_, bindings) => valueIn(written, bindings)
    return (item, bindings) => item?.[nameIn(written, bindings)]
  }

  #takes(wanted: string): boolean {
    if (this.#tokens[this.#at] !== wanted) return false
    this.#at += 1
    return true
  }

  #expects(wanted: string): void {
    if (!this.#takes(wanted)) throw this.#unexpected()
  }

  #next(): string {
    const found = this.#tokens[this.#at]
    if (found === undefined) throw this.#unexpected()
    this.#at += 1
    return found
  }

  #unexpected(): TableError {
    const found = this.#tokens[this.#at] ?? 'its end'
    return new TableError('ValidationException', `unexpected ${found} in "${this.#tokens.join(' ')}"`)
  }
}

const holds = (sign: string, left: AttributeValue | undefined, right: AttributeValue | undefined): boolean => {
  if (left === undefined || right === undefined) return false
  const order = compare(left, right)
  return order === undefined ? sign === '<>' : (comparisons[sign]?.(order) ?? false)
}

const read = new Map<string, Condition>()

/** The condition that a text says; each text is read once. */
export const condition = (text: string): Condition => {
  const known = read.get(text) ?? new ConditionReader(text).read()
  read.set(text, known)
  return known
}
