import * as z from 'zod/mini'
import { describeIssues } from '../channel/describe-issues.ts'
import { BadRequestError } from './errors.ts'
import type { Operation, OperationSpec } from './operation.ts'

const nothing = z.strictObject({})

/** @throws BadRequestError with what is allowed, never with what was sent. */
const parse = <Output>(
  part: 'path' | 'query' | 'body',
  schema: z.ZodMiniType<Output> | z.ZodMiniType,
  given: unknown,
): unknown => {
  const read = z.safeParse(schema, given)
  if (!read.success) throw new BadRequestError(`${part}: ${describeIssues(read.error.issues).replace(/^body: /, '')}`)
  return read.data
}

/** Joins an operation's schemas with what it does: whatever reaches `run` has been parsed. */
export const defineOperation =
  <Ports>() =>
  <Path = unknown, Query = unknown, Body = unknown>(
    spec: OperationSpec<Ports, Path, Query, Body>,
  ): Operation<Ports> => {
    const { run, path, query, body, ...facts } = spec
    return {
      ...facts,
      ...(path && { path }),
      ...(query && { query }),
      ...(body && { body }),
      carryOut: async (ports, unread) =>
        run(ports, {
          ...unread,
          path: parse('path', path ?? z.unknown(), unread.path) as Path,
          query: parse('query', query ?? nothing, unread.query) as Query,
          body: parse('body', body ?? z.unknown(), unread.body) as Body,
        }),
    }
  }
