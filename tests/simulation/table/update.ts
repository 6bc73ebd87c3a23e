import { added, type Item, without } from './attribute.ts'
import { type Bindings, nameIn, valueIn } from './expression.ts'
import { TableError } from './table-error.ts'

const clause = /\b(SET|REMOVE|ADD|DELETE)\b/

/** An item after an update expression of the forms that Baton writes: values put, added, removed, taken out of sets. */
export const updated = (item: Item, expression: string, bindings: Bindings): Item => {
  const next: Record<string, Item[string]> = { ...item }
  const parts = expression.split(clause).map((part) => part.trim())
  for (let at = 1; at < parts.length; at += 2) {
    const actions = (parts[at + 1] ?? '').split(',').map((action) => action.trim())
    for (const action of actions) apply(next, parts[at] ?? '', action, bindings)
  }
  return next
}

const apply = (item: Record<string, Item[string]>, kind: string, action: string, bindings: Bindings): void => {
  const [written = '', ...rest] = action.split(/\s*=\s*|\s+/)
  const name = nameIn(written, bindings)
  if (kind === 'REMOVE') {
    delete item[name]
    return
  }
  const [value] = rest
  if (value === undefined || rest.length > 1) throw new TableError('ValidationException', `unexpected "${action}"`)
  const given = valueIn(value, bindings)
  const old = item[name]
  const result = kind === 'SET' ? given : kind === 'ADD' ? added(old, given) : without(old, given)
  if (result === undefined) delete item[name]
  else item[name] = result
}
