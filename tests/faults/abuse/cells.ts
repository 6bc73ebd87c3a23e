/**
 * What each operation answers to whom about a conversation of the team care: `+` where the answer shows it.
 * Who asks: an agent of care, of billing, of no team, a supervisor, an admin. In what state it is: it waits (`free`); who
 * asks holds it (`mine`), or did until the lease ended (`late`); another agent of care holds it (`hers`); it is closed
 * (`over`); its customer was erased while who asks held it (`gone`).
 */
export const cells = `
operation         | care                          | billing                       | none                          | supervisor                    | admin
                  | free mine late hers over gone | free mine late hers over gone | free mine late hers over gone | free mine late hers over gone | free mine late hers over gone
listTeams         | 200+ 200+ 200+ 200+ 200+ 200+ | 200  200  200  200  200  200  | 200  200  200  200  200  200  | 200+ 200+ 200+ 200+ 200+ 200+ | 200+ 200+ 200+ 200+ 200+ 200+
listLine          | 200+ 200  200  200  200  200  | 404  404  404  404  404  404  | 404  404  404  404  404  404  | 200+ 200  200  200  200  200  | 200+ 200  200  200  200  200
claim             | 200+ 204  200+ 204  204  204  | 404  404  404  404  404  404  | 404  404  404  404  404  404  | 200+ 204  200+ 204  204  204  | 200+ 204  200+ 204  204  204
heartbeat         | 409  200  409  409  410  404  | 404  404  404  404  404  404  | 404  404  404  404  404  404  | 409  200  409  409  410  404  | 409  200  409  409  410  404
accept            | 409  200+ 409  409  410  404  | 404  404  404  404  404  404  | 404  404  404  404  404  404  | 409  200+ 409  409  410  404  | 409  200+ 409  409  410  404
release           | 409  204  409  409  410  404  | 404  404  404  404  404  404  | 404  404  404  404  404  404  | 409  204  409  409  410  404  | 409  204  409  409  410  404
decline           | 409  204  409  409  410  404  | 404  404  404  404  404  404  | 404  404  404  404  404  404  | 409  204  409  409  410  404  | 409  204  409  409  410  404
sendMessage       | 409  201+ 409  409  410  404  | 404  404  404  404  404  404  | 404  404  404  404  404  404  | 409  201+ 409  409  410  404  | 409  201+ 409  409  410  404
addNote           | 409  201+ 409  409  410  404  | 404  404  404  404  404  404  | 404  404  404  404  404  404  | 409  201+ 409  409  410  404  | 409  201+ 409  409  410  404
transfer          | 409  204  409  409  410  404  | 404  404  404  404  404  404  | 404  404  404  404  404  404  | 409  204  409  409  410  404  | 409  204  409  409  410  404
returnToAssistant | 409  204  409  409  410  404  | 404  404  404  404  404  404  | 404  404  404  404  404  404  | 409  204  409  409  410  404  | 409  204  409  409  410  404
resolve           | 409  204  409  409  410  404  | 404  404  404  404  404  404  | 404  404  404  404  404  404  | 409  204  409  409  410  404  | 409  204  409  409  410  404
readDesk          | 200  200  200  200  200  200  | 200  200  200  200  200  200  | 200  200  200  200  200  200  | 200  200  200  200  200  200  | 200  200  200  200  200  200
listMine          | 200  200+ 200+ 200  200  200  | 200  200  200  200  200  200  | 200  200  200  200  200  200  | 200  200+ 200+ 200  200  200  | 200  200+ 200+ 200  200  200
readConversation  | 200+ 200+ 200+ 200+ 200+ 404  | 404  404  404  404  404  404  | 404  404  404  404  404  404  | 200+ 200+ 200+ 200+ 200+ 404  | 200+ 200+ 200+ 200+ 200+ 404
linkAttachment    | 200+ 200+ 200+ 200+ 200+ 404  | 404  404  404  404  404  404  | 404  404  404  404  404  404  | 200+ 200+ 200+ 200+ 200+ 404  | 200+ 200+ 200+ 200+ 200+ 404
listHandoffs      | 200+ 200+ 200+ 200+ 200+ 200  | 200  200  200  200  200  200  | 200  200  200  200  200  200  | 200+ 200+ 200+ 200+ 200+ 200  | 200+ 200+ 200+ 200+ 200+ 200
reportWeekly      | 403  403  403  403  403  403  | 403  403  403  403  403  403  | 403  403  403  403  403  403  | 200  200  200  200  200  200  | 200  200  200  200  200  200
askWhatIf         | 403  403  403  403  403  403  | 403  403  403  403  403  403  | 403  403  403  403  403  403  | 202  202  202  202  202  202  | 202  202  202  202  202  202
readWhatIf        | 403  403  403  403  403  403  | 403  403  403  403  403  403  | 403  403  403  403  403  403  | 404  404  404  404  404  404  | 404  404  404  404  404  404
listWhatIfDifferences | 403  403  403  403  403  403  | 403  403  403  403  403  403  | 403  403  403  403  403  403  | 404  404  404  404  404  404  | 404  404  404  404  404  404
putCustomer       | 403  403  403  403  403  403  | 403  403  403  403  403  403  | 403  403  403  403  403  403  | 403  403  403  403  403  403  | 200  200  200  200  200  200
eraseCustomer     | 403  403  403  403  403  403  | 403  403  403  403  403  403  | 403  403  403  403  403  403  | 403  403  403  403  403  403  | 200  200  200  200  200  200
readErasure       | 403  403  403  403  403  403  | 403  403  403  403  403  403  | 403  403  403  403  403  403  | 403  403  403  403  403  403  | 404  404  404  404  404  404
`

export const callers = ['care', 'billing', 'none', 'supervisor', 'admin'] as const
export type Caller = (typeof callers)[number]
export const states = ['free', 'mine', 'late', 'hers', 'over', 'gone'] as const
export type State = (typeof states)[number]

export interface Cell {
  readonly operation: string
  readonly caller: Caller
  readonly state: State
  /** Such as `409`, or `200+` where the conversation is shown. */
  readonly expected: string
}

const rowOf = (line: string): readonly Cell[] => {
  const [operation = '', ...columns] = line.split('|').map((column) => column.trim())
  return columns.flatMap((column, whose) =>
    column.split(/\s+/).map((expected, which): Cell => {
      const [caller, state] = [callers[whose], states[which]]
      if (!caller || !state) throw new Error(`a cell too many in the row ${operation}`)
      return { operation, caller, state, expected }
    }),
  )
}

/** The table, cell by cell. */
export const allCells: readonly Cell[] = cells.trim().split('\n').slice(2).flatMap(rowOf)
