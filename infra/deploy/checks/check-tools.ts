import { bad, good, type Verdict } from './verdict.ts'

/** What the Lambda functions run on, and what reads the TypeScript of these commands. */
const neededNode = 24

export const checkNode = (version: string): Verdict => {
  const major = Number(/^v?(\d+)\./.exec(version)?.[1])
  if (major >= neededNode) return good('Node', `${version}`)
  return bad(
    'Node',
    `${version}, but ${neededNode} or newer is needed`,
    'run "npm ci" and start this with "npm run", which takes the project\'s own Node',
  )
}

/** @param pinned what package.json asks for. @param installed undefined where there is none */
export const checkCdkCommand = (pinned: string, installed: string | undefined): Verdict => {
  if (installed === pinned) return good('CDK command', `${installed}, as pinned`)
  const found = installed ? `${installed} is installed` : 'none is installed'
  return bad('CDK command', `${found}, but ${pinned} is pinned`, 'run "npm ci"')
}
