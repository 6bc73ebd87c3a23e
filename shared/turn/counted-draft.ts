import type { Assistant, Draft, DraftRequest } from '../assistant/assistant.ts'
import type { DayBudget } from '../assistant/day-budget.ts'
import { AssistantUnavailableError, type Spent } from '../assistant/errors.ts'
import { tokensIn } from '../assistant/usage.ts'

export interface DraftPorts {
  readonly assistant: Assistant
  /** Absent where the company has none. */
  readonly dayBudget?: DayBudget
}

/** A draft; what was spent on it is counted whether anything came of it or not. */
export const countedDraft = async (
  { assistant, dayBudget }: DraftPorts,
  request: DraftRequest,
  now: number,
): Promise<Draft> => {
  const count = async ({ calls, usage }: Spent): Promise<void> => {
    if (calls > 0) await dayBudget?.count({ calls, tokens: tokensIn(usage) }, now)
  }
  try {
    const draft = await assistant.draft(request)
    await count(draft)
    return draft
  } catch (error) {
    if (error instanceof AssistantUnavailableError && error.spent) await count(error.spent)
    throw error
  }
}
