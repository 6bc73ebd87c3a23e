import { asList, asObject, asStrings, type Json } from '../json.ts'
import type { Resource } from '../stack/identity.ts'
import type { Stack } from '../stack/template.ts'
import { statementsOf } from './statement.ts'

/** Every statement that the template gives a role: inline, attached, and managed by the stack itself. */
export const roleStatements = (stack: Stack, role: Resource): Json[] => {
  const inline = asList(stack.property(role, 'Policies')).flatMap((policy) =>
    statementsOf(asObject(policy).PolicyDocument),
  )
  const attached = stack
    .ofType('AWS::IAM::Policy', 'AWS::IAM::RolePolicy', 'AWS::IAM::ManagedPolicy')
    .filter(
      (policy) =>
        namesRole(stack, policy, role) ||
        asStrings(stack.property(role, 'ManagedPolicyArns')).includes(
          `arn:aws:iam::${stack.place.account}:policy/${policy.id}`,
        ),
    )
    .flatMap((policy) => statementsOf(stack.property(policy, 'PolicyDocument')))
  return [...inline, ...attached]
}

const namesRole = (stack: Stack, policy: Resource, role: Resource): boolean => {
  const roles = [...asStrings(stack.property(policy, 'Roles')), ...asStrings(stack.property(policy, 'RoleName'))]
  return roles.includes(role.id)
}

/** The statements a function runs under. */
export const functionStatements = (stack: Stack, lambda: Resource): Json[] => {
  const arn = String(stack.property(lambda, 'Role') ?? '')
  const role = stack.byArn(arn, 'AWS::IAM::Role')
  return role ? roleStatements(stack, role) : []
}
