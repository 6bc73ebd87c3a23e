export interface Route<Target> {
  /** As in the template, such as `GET /teams/{team}` or `$default`. */
  readonly key: string
  readonly target: Target
}

export interface RouteMatch<Target> {
  readonly route: Route<Target>
  readonly pathParameters: Readonly<Record<string, string>>
}

interface Pattern<Target> {
  readonly route: Route<Target>
  readonly method: string
  readonly segments: readonly string[]
  readonly greedy: boolean
}

const isVariable = (segment: string) => segment.startsWith('{')
const nameOf = (segment: string) => segment.replace(/^\{|\+?\}$/g, '')
const segmentsOf = (path: string): string[] => path.split('/').slice(1)

const decoded = (text: string): string => {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}

const patternOf = <Target>(route: Route<Target>): Pattern<Target> => {
  const [method = '', path = ''] = route.key.split(' ')
  const segments = segmentsOf(path)
  return { route, method, segments, greedy: segments.at(-1)?.endsWith('+}') ?? false }
}

const fits = ({ segments, greedy }: Pattern<unknown>, path: readonly string[]): boolean => {
  if (greedy ? path.length < segments.length : path.length !== segments.length) return false
  return segments.every((segment, index) => (isVariable(segment) ? path[index] !== '' : segment === path[index]))
}

const parametersOf = ({ segments, greedy }: Pattern<unknown>, path: readonly string[]): Record<string, string> =>
  Object.fromEntries(
    segments.flatMap((segment, index) => {
      if (!isVariable(segment)) return []
      const last = greedy && index === segments.length - 1
      const text = last ? path.slice(index).join('/') : (path[index] ?? '')
      return [[nameOf(segment), decoded(text)]]
    }),
  )

// API Gateway prefers the most specific match: whole paths to greedy ones, words to variables, a method to ANY.
const moreSpecific = (left: Pattern<unknown>, right: Pattern<unknown>): number => {
  if (left.greedy !== right.greedy) return left.greedy ? 1 : -1
  if (left.segments.length !== right.segments.length) return right.segments.length - left.segments.length
  for (const [index, segment] of left.segments.entries()) {
    const difference = Number(isVariable(segment)) - Number(isVariable(right.segments[index] ?? ''))
    if (difference !== 0) return difference
  }
  return Number(left.method === 'ANY') - Number(right.method === 'ANY')
}

/** Finds the route of a request as an HTTP API does; undefined is the API's own 404. */
export const createRouter = <Target>(routes: readonly Route<Target>[]) => {
  const fallback = routes.find(({ key }) => key === '$default')
  const patterns = routes.filter((route) => route !== fallback).map(patternOf)
  patterns.sort(moreSpecific)
  return (method: string, path: string): RouteMatch<Target> | undefined => {
    const segments = segmentsOf(path)
    const found = patterns.find((one) => (one.method === method || one.method === 'ANY') && fits(one, segments))
    if (found) return { route: found.route, pathParameters: parametersOf(found, segments) }
    return fallback && { route: fallback, pathParameters: {} }
  }
}
