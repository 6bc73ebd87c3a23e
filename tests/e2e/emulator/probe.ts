import { setTimeout } from 'node:timers/promises'
import {
  type CloudFormationClient,
  CreateStackCommand,
  DeleteStackCommand,
  DescribeStacksCommand,
} from '@aws-sdk/client-cloudformation'
import {
  DescribeSecretCommand,
  GetSecretValueCommand,
  type SecretsManagerClient,
} from '@aws-sdk/client-secrets-manager'
import type { Template } from './template.ts'

/** Looks at what an emulator makes of next to nothing. */
export interface Probe {
  /** @returns the stack's outputs, or undefined when it was refused or did not come up */
  deploy(name: string, template: Template): Promise<Readonly<Record<string, string>> | undefined>
  secretName(id: string): Promise<string>
  secretText(id: string): Promise<string>
  /** Ends what was deployed. */
  clear(): Promise<void>
}

const lookMs = 100
const patienceMs = 20_000

export const createProbe = (stacks: CloudFormationClient, secrets: SecretsManagerClient): Probe => {
  const made: string[] = []

  const settled = async (StackName: string) => {
    const deadline = Date.now() + patienceMs
    while (Date.now() < deadline) {
      const { Stacks } = await stacks.send(new DescribeStacksCommand({ StackName }))
      const stack = Stacks?.[0]
      if (stack && !stack.StackStatus?.endsWith('_IN_PROGRESS')) return stack
      await setTimeout(lookMs)
    }
    throw new Error(`the emulator did not finish the stack ${StackName} in ${patienceMs / 1_000} s`)
  }

  /** A type that is not known is refused before a stack is made. */
  const isTaken = async (StackName: string, template: Template): Promise<boolean> => {
    try {
      await stacks.send(new CreateStackCommand({ StackName, TemplateBody: JSON.stringify(template) }))
      return true
    } catch (error) {
      if (error instanceof Error && error.name === 'ValidationError') return false
      throw error
    }
  }

  return {
    deploy: async (name, template) => {
      if (!(await isTaken(name, template))) return undefined
      made.push(name)
      const { StackStatus, Outputs = [] } = await settled(name)
      if (StackStatus !== 'CREATE_COMPLETE') return undefined
      return Object.fromEntries(Outputs.map(({ OutputKey = '', OutputValue = '' }) => [OutputKey, OutputValue]))
    },
    secretName: async (id) => (await secrets.send(new DescribeSecretCommand({ SecretId: id }))).Name ?? '',
    secretText: async (id) => (await secrets.send(new GetSecretValueCommand({ SecretId: id }))).SecretString ?? '',
    clear: async () => {
      for (const StackName of made.splice(0)) await stacks.send(new DeleteStackCommand({ StackName }))
    },
  }
}
