const id = 'wi_5d41402abc4b2a76b9719d911017c592a3f1c2d4'
const conversationId = '9f2c4e1a7b3d5f6081a2c3e4.1'

const asked = {
  id,
  askedAt: '2026-11-23T10:00:00.000Z',
  from: '2026-11-16T00:00:00.000Z',
  to: '2026-11-23T00:00:00.000Z',
  configVersion: 'c0ffee12ab34',
  keptUntil: '2026-11-30T10:00:00.000Z',
}

export const askedExample = { ...asked, state: 'queued' }

const none = { 'hands-off': 0, answers: 0, unknown: 0 }

export const doneExample = {
  ...asked,
  state: 'done',
  endedAt: '2026-11-23T10:00:09.000Z',
  result: {
    turns: 9_310,
    conversations: 6_204,
    stretches: 6_251,
    kinds: { same: 6_230, moved: 0, earlier: 0, later: 0, new: 0, gone: 21 },
    open: 3,
    triggers: { frustration: { before: 64, after: 43 } },
    load: { care: { '09': { before: 14, after: 9 } } },
    outcomes: { solved: { gone: 18 }, unsolved: { gone: 3 } },
    confusion: {
      'handed-off-needed': { 'hands-off': 1_610, answers: 17, unknown: 3 },
      'handed-off-not-needed': { 'hands-off': 52, answers: 1, unknown: 0 },
      'handed-off-unsettled': { ...none, 'hands-off': 12 },
      'answered-back-to-a-person': { ...none, answers: 41 },
      'answered-back': { ...none, answers: 96 },
      'answered-quiet': { ...none, answers: 3_870 },
      'answered-too-soon': { ...none, answers: 549 },
    },
    shadow: {},
    differences: { found: 21, kept: 21 },
  },
}

export const differenceExample = {
  kind: 'gone',
  conversationId,
  open: false,
  outcome: 'solved',
  before: {
    at: '2026-11-17T09:12:00.000Z',
    asked: 'I have told you twice now',
    team: 'care',
    rule: 'default',
    handoffId: '9f2c4e1a7b3d5f6081a2c3e4.1795428012000.1',
    fired: [
      {
        trigger: 'frustration',
        kind: 'failure',
        reason: 'the customer sounds exasperated',
        evidence: { matched: 'I have told you twice now', score: 0.48, threshold: 0.45 },
      },
    ],
  },
}
