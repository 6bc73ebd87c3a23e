import type { Mutant } from './mutant.ts'
import { parseSource, partOf, partsOf, type Syntax, walk } from './syntax.ts'

type Change = Omit<Mutant, 'file'>

const replace = ({ start, end }: Syntax, replacement: string, change: string): Change => ({
  start,
  end,
  replacement,
  change,
})

const neighbours: Readonly<Record<string, string>> = { '<': '<=', '<=': '<', '>': '>=', '>=': '>' }

/** What a condition consists of: each of its parts left out, each of its bounds moved by one. */
const weakenCondition = (test: Syntax, source: string): readonly Change[] => {
  const [left, right] = [partOf(test, 'left'), partOf(test, 'right')]
  if (!left || !right) return []
  const operator = String(test.operator)
  if (test.type === 'LogicalExpression' && operator !== '??') {
    const neutral = operator === '&&' ? 'true' : 'false'
    return [left, right].flatMap((side) => [replace(side, neutral, 'leave out'), ...weakenCondition(side, source)])
  }
  const neighbour = test.type === 'BinaryExpression' ? neighbours[operator] : undefined
  if (!neighbour) return []
  const moved = source.slice(left.end, right.start).replace(operator, neighbour)
  return [{ start: left.end, end: right.start, replacement: moved, change: `${neighbour} in`, around: test }]
}

const ofIf = (node: Syntax, source: string): readonly Change[] => {
  const test = partOf(node, 'test')
  if (!test) return []
  return [replace(test, 'false', 'never'), ...weakenCondition(test, source)]
}

const holdsNoValue = (node: Syntax): boolean =>
  [...walk(node)].every(({ type }) => !['ObjectExpression', 'AwaitExpression', 'ConditionalExpression'].includes(type))

/** A rule that answers yes or no: `const serves = (…) => a || b`. */
const ofAnswer = (answer: Syntax | undefined, source: string): readonly Change[] =>
  answer?.type === 'LogicalExpression' && holdsNoValue(answer) ? weakenCondition(answer, source) : []

const expectations = new Set(['expect', 'expectBelow', 'expectAbove'])

/** Each condition of a write: of a patch one by one, of an expression as a whole. */
const ofProperty = (node: Syntax): readonly Change[] => {
  const key = String(partOf(node, 'key')?.name)
  const value = partOf(node, 'value')
  if (key === 'ConditionExpression') return [replace(node, '...{}', 'unconditional')]
  if (!expectations.has(key) || value?.type !== 'ObjectExpression') return []
  return partsOf(value, 'properties').map((property) => replace(property, '...{}', 'unconditional'))
}

const isChange = (node: Syntax): boolean =>
  node.type === 'ObjectExpression' && partOf(partsOf(node, 'properties')[0] ?? node, 'key')?.name === 'kind'

const ofArray = (node: Syntax): readonly Change[] =>
  partsOf(node, 'elements')
    .filter(isChange)
    .map((element) => ({
      ...replace(element, '...[]', 'not written'),
      around: partsOf(element, 'properties')[0] ?? element,
    }))

const ofCatch = (node: Syntax): readonly Change[] => {
  const body = partOf(node, 'body')
  if (!body) return []
  const handler = partOf(node, 'param') ? '' : '(cause) '
  const thrown = handler ? 'cause' : String(partOf(node, 'param')?.name)
  return [{ start: body.start, end: body.start + 1, replacement: `${handler}{ throw ${thrown};`, change: 'not caught' }]
}

/** `put(key, fields)` refuses to write over a record; `put(key, fields, false)` does not. */
const ofPut = (given: readonly Syntax[]): readonly Change[] => {
  const [key, fields] = given
  if (!key || !fields || given.length !== 2) return []
  return [{ start: fields.end, end: fields.end, replacement: ', false', change: 'unconditional put', around: key }]
}

const ofCall = (node: Syntax): readonly Change[] => {
  const called = partOf(node, 'callee')
  if (called?.name === 'put') return ofPut(partsOf(node, 'arguments'))
  const [object, property] = called ? [partOf(called, 'object'), partOf(called, 'property')] : []
  if (object?.name !== 'Math' || !['max', 'min'].includes(String(property?.name))) return []
  const given = partsOf(node, 'arguments')
  return given.length === 2 ? given.map((bound) => replace(bound, '...[]', 'without the bound')) : []
}

const changesAt = (node: Syntax, source: string): readonly Change[] => {
  switch (node.type) {
    case 'IfStatement':
      return ofIf(node, source)
    case 'ArrowFunctionExpression':
      return ofAnswer(partOf(node, 'body'), source)
    case 'ReturnStatement':
      return ofAnswer(partOf(node, 'argument'), source)
    case 'ObjectExpression':
      return partsOf(node, 'properties').flatMap(ofProperty)
    case 'ArrayExpression':
      return ofArray(node)
    case 'CatchClause':
      return ofCatch(node)
    case 'CallExpression':
      return ofCall(node)
    default:
      return []
  }
}

/** Every guard that shows in a file's syntax, taken out or weakened, one at a time. */
export const deriveMutants = (file: string, source: string): readonly Mutant[] =>
  [...walk(parseSource(source))].flatMap((node) => changesAt(node, source)).map((change) => ({ file, ...change }))
