/** Regular expressions written in a source, comments left out. */
export const expressionsIn = (source: string): readonly RegExp[] =>
  [...source.replace(COMMENT, '').matchAll(LITERAL)].map(([, pattern = '', flags]) => new RegExp(pattern, flags))

const COMMENT = /^\s*(?:\/\/|\*|\/\*).*$/gm
const LITERAL = /(?<=[(=,:?!&|[{;]\s*|return\s+)\/(?![*/])((?:\\.|\[(?:\\.|[^\]\\\n])*\]|[^/\\[\n])+)\/([a-z]*)/g

const ESCAPED = /\\(?:[pPu]\{[^}]*\}|u[0-9a-f]{4}|x[0-9a-f]{2}|[^\d])/gi
const CLASS = /\[[^\]]*\]/g
const BACKREFERENCE = /\\\d/g
const BOUNDED_GROUP = /\((?:\?:|\?<[a-z]+>)?[^()+*]*\)/g
const REPEATED_GROUP = /\)(?:[+*]|\{\d+,\})/
const BOUNDED = String.raw`(?:[^+*(){}|$]\??|[^+*(){}|$]\{\d+\})*`
const SAFE = new RegExp(
  String.raw`^(?:\^${BOUNDED}(?:[^+*(){}|$](?:[+*]|\{\d+,\}))?\$?|${BOUNDED}(?:[^+*(){}|$](?:[+*]|\{\d+,\}))?|${BOUNDED}\$)$`,
)

/**
 * Whether an expression takes time linear to the text. Each of its alternatives may repeat without bound one character
 * class (or what a group has just caught), and nothing may stand behind that. So where it does not match it gives up after
 * as many steps as it has parts, and where it does the search goes on behind all that it has looked at. An end to
 * wait for, `$`, makes it try from every place again: then it must begin with `^`. `{n,}` inside a group is refused.
 */
export const isLinear = ({ source }: RegExp): boolean => {
  const plain = source.replace(ESCAPED, 'a').replace(BACKREFERENCE, 'a').replace(CLASS, 'a')
  if (REPEATED_GROUP.test(plain)) return false
  const flat = plain.replace(/\([^()]*\{\d+,\}[^()]*\)/g, '*').replace(BOUNDED_GROUP, 'a')
  return flat.split('|').every((alternative) => SAFE.test(alternative))
}
