export interface Resource {
  readonly Type: string
  readonly Properties?: Readonly<Record<string, unknown>>
}

/** A CloudFormation template, as far as it has to be looked into. */
export interface Template {
  readonly Resources: Readonly<Record<string, Resource>>
  readonly Outputs?: Readonly<Record<string, { readonly Value: unknown }>>
}

/** A text that is a template, or undefined: other files go to the same bucket. */
export const readTemplate = (text: string): Template | undefined => {
  try {
    const read: unknown = JSON.parse(text)
    const isTemplate =
      typeof read === 'object' && read !== null && 'Resources' in read && typeof read.Resources === 'object'
    return isTemplate ? (read as Template) : undefined
  } catch {
    return undefined
  }
}

export const idsOf = ({ Resources }: Template, type: string): readonly string[] =>
  Object.keys(Resources).filter((id) => Resources[id]?.Type === type)

/** The template with other properties for each resource of a type. */
export const withProperties = (
  template: Template,
  type: string,
  change: (properties: Readonly<Record<string, unknown>>, id: string) => Readonly<Record<string, unknown>>,
): Template => ({
  ...template,
  Resources: Object.fromEntries(
    Object.entries(template.Resources).map(([id, resource]) => [
      id,
      resource.Type === type ? { ...resource, Properties: change(resource.Properties ?? {}, id) } : resource,
    ]),
  ),
})

/** Everything of the template rewritten, from the leaves up; undefined leaves a part as it is. */
export const rewritten = <Part>(part: Part, rewrite: (node: object) => object | undefined): Part => {
  if (Array.isArray(part)) return part.map((one) => rewritten(one, rewrite)) as Part
  if (typeof part !== 'object' || part === null) return part
  const inner = Object.fromEntries(Object.entries(part).map(([name, value]) => [name, rewritten(value, rewrite)]))
  return (rewrite(inner) ?? inner) as Part
}
