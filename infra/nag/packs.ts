import { AwsSolutionsChecks, type IApplyRule, NagRuleCompliance, ServerlessChecks } from 'cdk-nag'

/** One rule that one resource does not keep, whether that was acknowledged or not. */
export interface Finding {
  /** As it is acknowledged: `AwsSolutions-SMG4`, or `AwsSolutions-IAM5[Resource::*]`. */
  readonly id: string
  readonly path: string
  readonly cause: string
}

// A pack keeps what was not acknowledged only; what was is needed to tell an acknowledgement that covers nothing.
export class AwsSolutions extends AwsSolutionsChecks {
  readonly found: Finding[] = []

  protected override applyRule(rule: IApplyRule): void {
    this.found.push(...findingsOf(this.packName, rule))
    super.applyRule(rule)
  }
}

export class Serverless extends ServerlessChecks {
  readonly found: Finding[] = []

  protected override applyRule(rule: IApplyRule): void {
    this.found.push(...findingsOf(this.packName, rule))
    super.applyRule(rule)
  }
}

const findingsOf = (pack: string, params: IApplyRule): readonly Finding[] => {
  const id = `${pack}-${params.ruleSuffixOverride ?? params.rule.name}`
  const finding = (detail: string) => ({ id: `${id}${detail}`, path: params.node.node.path, cause: params.info })
  const result = verdict(params)
  if (Array.isArray(result)) return result.map((detail) => finding(`[${detail}]`))
  return result === NagRuleCompliance.NON_COMPLIANT ? [finding('')] : []
}

/** A rule that breaks on what it cannot read counts as not kept, as it does in the pack itself. */
const verdict = ({ rule, node }: IApplyRule) => {
  try {
    return rule(node)
  } catch {
    return NagRuleCompliance.NON_COMPLIANT
  }
}
