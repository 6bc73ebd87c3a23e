import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { breaksOf, consoleRooms, importsOf, rooms, type SourceFile } from '#tests/support/arrows.ts'

const root = join(import.meta.dirname, '..')
const sourcesIn = (folder: string): readonly SourceFile[] =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/.test(name))
    .map((name) => join(folder, name))
    .map((file) => ({ file, source: readFileSync(join(root, file), 'utf8') }))

const product = ['shared', 'functions', 'infra', 'console'].flatMap(sourcesIn)

test('the house keeps its rules', () => {
  expect(breaksOf(product)).toEqual([])
})

test('there is a house: every room of the plan has files, and they import each other', () => {
  const found = new Set(product.map(({ file }) => file.split('/').slice(0, 2).join('/')))

  expect(rooms.filter((room) => !found.has(`shared/${room}`))).toEqual([])
  expect(consoleRooms.filter((room) => !found.has(`console/${room}`))).toEqual([])
  expect(product.flatMap(({ source }) => importsOf(source)).length).toBeGreaterThan(500)
})

const from = (target: string) => `import { x } from '${target}'\n`

const planted: readonly (readonly [string, string, string, string])[] = [
  ['a room imports a later one', 'shared/line/a.ts', from('../handoff/b.ts'), 'which comes after it'],
  ['only its types', 'shared/line/a.ts', "import type { X } from '#shared/handoff/b.ts'\n", 'which comes after it'],
  ['over two lines', 'shared/line/a.ts', "import {\n  x,\n  y,\n} from '../turn/b.ts'\n", 'which comes after it'],
  ['by passing it on', 'shared/line/a.ts', "export { x } from '../turn/b.ts'\n", 'which comes after it'],
  ['while it runs', 'shared/line/a.ts', "const x = await import('../turn/b.ts')\n", 'which comes after it'],
  [
    'a story imports an adapter',
    'shared/handoff/claim.ts',
    from('./dynamo-transactions.ts'),
    'only doors and adapters',
  ],
  ['a story imports an SDK', 'shared/line/claim.ts', from('@aws-sdk/client-sqs'), 'only files named sqs-*'],
  ['an adapter of another technology', 'shared/line/sqs-a.ts', from('@aws-sdk/lib-dynamodb'), 'named dynamo-*'],
  ['a rule imports the search', 'shared/knowledge/a.ts', from('minisearch'), 'named minisearch-*'],
  ['a story speaks HTTP', 'shared/channel/a.ts', "await fetch('http://127.0.0.1')\n", 'named fetch-*'],
  ['a story knows of Lambda', 'shared/turn/a.ts', from('@middy/core'), 'Lambda runtime'],
  ['the large zod in a bundle', 'shared/channel/a.ts', from('zod'), 'zod/mini'],
  ['shared imports a door', 'shared/lambda/a.ts', from('#functions/agent/api.ts'), 'must not import functions'],
  ['shared imports a wall', 'shared/aws/a.ts', from('#infra/stage.ts'), 'must not import infra'],
  ['a door imports a wall', 'functions/agent/a.ts', from('#infra/stage.ts'), 'must not import infra'],
  ['a wall imports a test', 'infra/a.ts', from('#tests/support/a.ts'), 'must not import tests'],
  ['a door imports what opens another', 'functions/customer/a.ts', from('./open-b.ts'), 'do not import each other'],
  ['a door imports another', 'functions/customer/a.ts', from('../assistant/take-turn.ts'), 'do not import each other'],
  ['the console imports a room', 'console/desk/a.ts', from('#shared/config/config.ts'), 'must not import shared'],
  ['the console imports a door', 'console/api/a.ts', from('../../functions/agent/api.ts'), 'must not import functions'],
  ['a wall imports the console', 'infra/console/a.ts', from('#console/desk/lines.ts'), 'only the console'],
  ['a page imports another', 'console/conversation/a.tsx', from('../line/b.tsx'), 'pages do not import each other'],
  ['a desk imports a page', 'console/desk/a.ts', from('../line/b.tsx'), 'which comes after it'],
  ['a console room not in the plan', 'console/billing/a.tsx', '', 'not in the plan'],
  ['a long page', 'console/line/a.tsx', 'x\n'.repeat(201), '201 lines'],
  ['a file in the root', 'shared/a.ts', '', 'root of shared'],
  ['a room not in the plan', 'shared/billing/a.ts', '', 'not in the plan'],
  ['a forbidden room', 'infra/utils/a.ts', '', 'no room is called utils'],
  ['a barrel', 'shared/line/all.ts', "export * from './agent.ts'\n", 'no barrels'],
  ['an index', 'shared/line/index.ts', '', 'no barrels'],
  ['a long file', 'shared/line/a.ts', 'x\n'.repeat(201), '201 lines'],
  ['an any', 'shared/line/a.ts', 'const x = y as any\n', 'no any'],
]

describe('a planted break is found', () => {
  test.each(planted)('%s', (_, file, source, fault) => {
    const breaks = breaksOf([{ file, source }])

    expect(breaks).toHaveLength(1)
    expect(breaks[0]).toContain(fault)
  })
})

const sound: readonly (readonly [string, string, string])[] = [
  ['a room imports an earlier one', 'shared/handoff/a.ts', from('../line/b.ts')],
  ['a room imports itself', 'shared/handoff/a.ts', from('./b.ts')],
  ['an adapter imports its SDK', 'shared/line/sqs-a.ts', from('@aws-sdk/client-sqs')],
  ['an adapter imports an adapter', 'shared/handoff/dynamo-a.ts', from('../thread/dynamo-thread-reader.ts')],
  ['a door imports an adapter', 'functions/customer/a.ts', from('#shared/line/sqs-tickets.ts')],
  ['a door imports what opens it', 'functions/customer/a.ts', from('./open-a.ts')],
  ['a verb of the agent API imports its neighbour', 'functions/agent/a.ts', from('./held.ts')],
  ['what all doors share puts adapters together', 'shared/lambda/a.ts', from('../log/powertools-log.ts')],
  ['the large zod at synth', 'shared/config/a.ts', from('zod')],
  ['a wall imports a room', 'infra/a.ts', from('#shared/config/config.ts')],
  ['a page imports what every page stands on', 'console/line/a.tsx', from('../desk/b.ts')],
  ['the console puts its pages together', 'console/app/a.ts', from('../line/b.tsx')],
  ['a test looks into the console', 'tests/unit/console/a.ts', from('#console/desk/b.ts')],
  ['what is written from the document is as long as that', 'console/api/schema.ts', 'x\n'.repeat(201)],
  ['a file of the allowed length', 'shared/line/a.ts', 'x\n'.repeat(200)],
  ['a word that only holds any', 'shared/line/a.ts', 'const many: anybody = company // of any kind: any\n'],
]

describe('what is allowed is let through', () => {
  test.each(sound)('%s', (_, file, source) => {
    expect(breaksOf([{ file, source }])).toEqual([])
  })
})
