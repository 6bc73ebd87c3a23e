/** What a template, a policy or a request body is made of once parsed. */
export type Json = null | boolean | number | string | Json[] | JsonObject
export interface JsonObject {
  [key: string]: Json
}

export const isObject = (value: unknown): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

export const asObject = (value: Json | undefined): JsonObject => (isObject(value) ? value : {})

export const asList = (value: Json | undefined): Json[] => {
  if (value === undefined || value === null) return []
  return Array.isArray(value) ? value : [value]
}

export const asStrings = (value: Json | undefined): string[] => asList(value).map(String)

/** CloudFormation writes numbers and booleans as strings as readily as plainly. */
export const asNumber = (value: Json | undefined, fallback: number): number =>
  value === undefined || value === null ? fallback : Number(value)

export const asFlag = (value: Json | undefined): boolean => value === true || value === 'true'
