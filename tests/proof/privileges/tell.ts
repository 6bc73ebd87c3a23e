import type { JudgedGrant, JudgedRole, Judgement } from './judge.ts'

/** The last part of an ARN, enough to know the resource by. */
const shortArn = (arn: string): string =>
  arn.replace(/^arn:aws:(\w+):[^:]*:[^:]*:/, '$1 ').replace(/[0-9A-F]{8}\b/g, '')

const signs: Readonly<Record<JudgedGrant['standing'], string>> = {
  used: '✓',
  explained: '·',
  unused: '✗',
  'too-wide': '✗',
}

const tellGrant = ({ action, resource, uses, standing, because }: JudgedGrant): string => {
  const line = `  ${signs[standing]} ${String(uses).padStart(5)}  ${action.padEnd(30)} ${shortArn(resource)}`
  return because === undefined ? line : `${line}\n${' '.repeat(11)}${because}`
}

const count = ({ grants }: JudgedRole, ...standings: JudgedGrant['standing'][]): number =>
  grants.filter(({ standing }) => standings.includes(standing)).length

const tellRole = (role: JudgedRole): string[] => [
  '',
  `${role.name}: ${role.grants.length} grants, ${count(role, 'used')} used, ${count(role, 'explained')} explained, ` +
    `${count(role, 'unused', 'too-wide')} neither, ${role.refusals.length} calls refused`,
  ...role.grants.map(tellGrant),
]

/** The report: calls that took each grant, per role, and then what has to change. */
export const tellPrivileges = ({ roles, faults }: Judgement): readonly string[] => {
  const grants = roles.flatMap((role) => role.grants)
  const calls = grants.reduce((sum, { uses }) => sum + uses, 0)
  return [
    ...roles.flatMap(tellRole),
    '',
    `${roles.length} roles, ${grants.length} grants, taken ${calls} times: ` +
      `${grants.filter(({ standing }) => standing === 'used').length} used, ` +
      `${grants.filter(({ standing }) => standing === 'explained').length} explained, ${faults.length} faults`,
    ...faults.map((fault) => `  ✗ ${fault}`),
  ]
}
