import type { Guard } from './guards.ts'

const budget = 'tests/unit/turn/model-budget.test.ts'

export const budgetGuards: readonly Guard[] = [
  {
    invariant: 'I5',
    file: 'shared/turn/decide.ts',
    source: "if (allowance.kind === 'refused' && act(possible).length === 0)",
    without: "if (allowance.kind === 'refused')",
    testFile: budget,
    test: 'words that leave it to the model',
  },
  {
    invariant: 'budget',
    file: 'shared/customer/dynamo-sender-spendings.ts',
    source: "ConditionExpression: '#calls < :limit'",
    without: "ConditionExpression: '#calls < :limit OR #calls >= :limit'",
    testFile: 'tests/contract/sender-spendings.test.ts',
    test: 'however many turns ask at once',
  },
  {
    invariant: 'budget',
    file: 'shared/turn/open-turn.ts',
    source: '...(state?.modelCalls && { modelCalls: state.modelCalls }),',
    without: '',
    testFile: budget,
    test: 'no new budget with a new conversation',
  },
  {
    invariant: 'budget',
    file: 'shared/turn/decide.ts',
    source: 'if (ports.dayBudget && !(await ports.dayBudget.hasLeft(turn.now)))',
    without: 'if (ports.dayBudget && turn.now < 0)',
    testFile: 'tests/unit/turn/day-budget.test.ts',
    test: 'beyond it a person gets what would need a model',
  },
  {
    invariant: 'budget',
    file: 'shared/turn/model-allowance.ts',
    source: 'if (hour >= perHour || day >= perDay)',
    without: 'if (hour >= perHour)',
    testFile: budget,
    test: 'ends on one thread, however the calls lie in its hours',
  },
  {
    invariant: 'budget',
    file: 'shared/turn/decide.ts',
    source: 'sourceless: restsOnNothing(draft.sources),',
    without: 'sourceless: draft.sources === undefined,',
    testFile: 'tests/unit/turn/sources.test.ts',
    test: 'is not sent: a person gets the question, and sees why',
  },
]
