export interface SourceFile {
  /** From the project's root, such as `shared/line/agent.ts`. */
  readonly file: string
  readonly source: string
}

/** The rooms in the data's order: each may import itself and those before it. */
export const rooms = [
  'config',
  'log',
  'aws',
  'channel',
  'attachment',
  'tool',
  'thread',
  'customer',
  'words',
  'knowledge',
  'assistant',
  'triggers',
  'routing',
  'line',
  'handoff',
  'turn',
  'report',
  'export',
  'lambda',
]

/** The console's, the same way: what it says, asks and knows, and last what puts its pages together. */
export const consoleRooms = ['words', 'api', 'sign-in', 'parts', 'desk', 'line', 'conversation', 'app']
/** A folder each, built side by side: none knows of another. */
const pages = consoleRooms.slice(consoleRooms.indexOf('desk') + 1, -1)
/** Written by a command from the document of the agent API; and a language's words, which are no code. */
const ofAnyLength = /^console\/(api\/schema|words\/[a-z]{2})\.ts$/

/** Which package belongs to which adapters; an adapter's file name starts with its technology. */
const technologies: readonly (readonly [pattern: RegExp, prefixes: readonly string[]])[] = [
  [/^@aws-sdk\/(client-dynamodb|lib-dynamodb|util-dynamodb)/, ['dynamo-']],
  [/^@aws-sdk\/client-sqs/, ['sqs-']],
  [/^@aws-sdk\/client-bedrock/, ['bedrock-']],
  [/^@aws-sdk\/(client-s3|s3-request-presigner)/, ['s3-']],
  [/^@aws-sdk\/client-secrets/, ['secrets-']],
  [/^@aws-sdk\/client-eventbridge/, ['eventbridge-']],
  [/^@aws-sdk\/client-sns/, ['sns-']],
  [/^@aws-sdk\/client-lambda/, ['lambda-']],
  [/^@aws-lambda-powertools\/(logger|metrics|commons)/, ['powertools-']],
  [/^@smithy\//, ['dynamo-', 'sqs-', 'bedrock-', 'secrets-', 's3-', 'eventbridge-', 'sns-', 'lambda-']],
  [/^minisearch/, ['minisearch-']],
  [/^yaml$/, ['yaml-']],
  [/^(standardwebhooks|jose)/, ['fetch-']],
]
const prefixes = [...new Set(technologies.flatMap(([, names]) => names))]
/** They put adapters together as a door does: what all doors share, and what synth runs in place of a door. */
const composes = (path: string): boolean => roomOf(path) === 'lambda' || path === 'shared/knowledge/compile.ts'
/** Never bundled: the configuration's checks and the articles' front matter run at synth. */
const runsAtSynth = (path: string): boolean => roomOf(path) === 'config' || nameOf(path).startsWith('yaml-')
const forbiddenRooms = ['utils', 'helpers', 'common', 'lib', 'types']
const lineLimit = 200

const importPattern =
  /(?:^|\n)\s*(?:import|export)\b[^'"`;]*?\bfrom\s*'([^']+)'|\bimport\s*\(\s*'([^']+)'\s*\)|(?:^|\n)\s*import\s*'([^']+)'/g

/** Type-only imports leave nothing in the bundle, yet they are arrows like any other. */
export const importsOf = (source: string): readonly string[] =>
  [...source.matchAll(importPattern)].map(([, from, dynamic, bare]) => from ?? dynamic ?? bare ?? '')

/** From the project's root; a package's name stays as it is. */
const resolveImport = (file: string, target: string): string => {
  if (target.startsWith('#')) return target.slice(1)
  if (!target.startsWith('.')) return target
  return new URL(target, `file:///${file}`).pathname.slice(1)
}

const top = (path: string): string => path.split('/')[0] ?? ''
const nameOf = (path: string): string => path.split('/').at(-1) ?? ''
const isAdapter = (path: string): boolean => prefixes.some((prefix) => nameOf(path).startsWith(prefix))
const roomOf = (path: string): string | undefined => (top(path) === 'shared' ? path.split('/')[1] : undefined)

/** The console talks to the agent API and to nothing else of this house; only tests look into it. */
const consoleFault = (file: string, target: string): string | undefined => {
  const [from, to] = [top(file), top(target)]
  if (to === 'console' && from !== 'console' && from !== 'tests') return 'only the console and its tests import it'
  if (from !== 'console') return undefined
  if (['shared', 'functions', 'infra', 'tests'].includes(to)) return `the console must not import ${to}`
  const [here, there] = [file, target].map((path) => path.split('/')[1] ?? '')
  if (to !== 'console' || here === there) return undefined
  if (consoleRooms.indexOf(there ?? '') > consoleRooms.indexOf(here ?? ''))
    return `room ${here} must not import ${there}, which comes after it`
  return pages.includes(here ?? '') && pages.includes(there ?? '') ? 'pages do not import each other' : undefined
}

const arrowFault = (file: string, target: string): string | undefined => {
  const [from, to] = [top(file), top(target)]
  if (from === 'console' || to === 'console') return consoleFault(file, target)
  const ranks: Readonly<Record<string, number>> = { shared: 0, functions: 1, infra: 2, tests: 3 }
  if ((ranks[to] ?? -1) > (ranks[from] ?? 9)) return `${from} must not import ${to}`
  if (from === 'shared' && to === 'shared') {
    const [here, there] = [rooms.indexOf(roomOf(file) ?? ''), rooms.indexOf(roomOf(target) ?? '')]
    if (there > here) return `room ${roomOf(file)} must not import ${roomOf(target)}, which comes after it`
    if (isAdapter(target) && !isAdapter(file) && !composes(file)) return 'only doors and adapters import an adapter'
  }
  if (from === 'functions' && to === 'functions' && !(inAgentApi(file) && inAgentApi(target)) && !opens(file, target))
    return 'doors do not import each other'
  return undefined
}

/** Comments and texts may say any. */
const withoutWords = (source: string): string =>
  source.replace(/\/\*[\s\S]*?\*\/|\/\/.*|'(?:\\.|[^'\\\n])*'|`(?:\\.|[^`\\])*`/g, '')

/** A door reads its environment and is opened by the file beside it, which a simulation opens as well. */
const opens = (door: string, target: string): boolean => target === door.replace(/[^/]+$/, (name) => `open-${name}`)

const inAgentApi = (path: string): boolean => path.startsWith('functions/agent/')

const packageFault = (file: string, target: string): string | undefined => {
  if (top(file) !== 'shared') return undefined
  const owner = technologies.find(([pattern]) => pattern.test(target))
  if (owner && !owner[1].some((prefix) => nameOf(file).startsWith(prefix)))
    return `only files named ${owner[1].map((prefix) => `${prefix}*`).join(', ')} import it`
  if (target === 'zod' && !runsAtSynth(file)) return 'what runs in a Lambda uses zod/mini'
  if (target.startsWith('@middy/') && roomOf(file) !== 'lambda') return 'only doors know of the Lambda runtime'
  return undefined
}

const isConsoleRoom = ([, room]: readonly string[]): boolean =>
  room === undefined || [...consoleRooms, 'styles', 'public'].includes(room)

const placeFaults = ({ file, source }: SourceFile): readonly string[] => {
  const folders = file.split('/').slice(0, -1)
  const room = roomOf(file)
  const lines = source.trimEnd().split('\n').length
  const adapterless = top(file) === 'shared' && /(?<![.\w])fetch\(/.test(source) && !nameOf(file).startsWith('fetch-')
  return [
    ...(top(file) === 'shared' && folders.length === 1 ? ['no file stands in the root of shared'] : []),
    ...(top(file) === 'console' && !isConsoleRoom(folders) ? [`room ${folders[1]} is not in the plan`] : []),
    ...(room !== undefined && folders.length > 1 && !rooms.includes(room) ? [`room ${room} is not in the plan`] : []),
    ...folders.filter((name) => forbiddenRooms.includes(name)).map((name) => `no room is called ${name}`),
    ...(nameOf(file) === 'index.ts' || /(?:^|\n)export \* from/.test(source) ? ['no barrels'] : []),
    ...(lines > lineLimit && !ofAnyLength.test(file) ? [`${lines} lines, at most ${lineLimit} are allowed`] : []),
    ...(/\bas any\b|:\s*any\b|<any>/.test(withoutWords(source)) ? ['no any'] : []),
    ...(adapterless ? ['only files named fetch-* speak HTTP'] : []),
  ]
}

/** Every break of the house's rules, as `file: what is wrong`. */
export const breaksOf = (files: readonly SourceFile[]): readonly string[] =>
  files.flatMap((one) => {
    const arrows = importsOf(one.source).flatMap((target) => {
      const fault = arrowFault(one.file, resolveImport(one.file, target)) ?? packageFault(one.file, target)
      return fault ? [`imports ${target}: ${fault}`] : []
    })
    return [...placeFaults(one), ...arrows].map((fault) => `${one.file}: ${fault}`)
  })
