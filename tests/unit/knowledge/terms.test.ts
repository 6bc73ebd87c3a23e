import { expect, test } from 'vitest'
import { questionTerms, termsOf, tokensOf } from '#shared/knowledge/terms.ts'

const same = (stem: string) => stem
const tokens = (text: string) => tokensOf(termsOf(text))

test.each([
  ['return', 'retoure', 'devolución', 'renvoyer', 'devolver', 'reso', 'send the big lamp back'],
  ['refund', 'money back', 'erstattung', 'reembolso', 'remboursement', 'rimborso'],
  ['password', 'Passwort', 'contraseña', 'mot de passe', 'senha'],
])('one concept for %s in six languages', (concept, ...wordings) => {
  expect(wordings.filter((wording) => !tokens(wording).includes(`~${concept}`))).toEqual([])
})

test('a phrase is none when its words are far apart', () => {
  expect(tokens('send seven more of those very large lamps back')).not.toContain('~return')
})

test('small words leave nothing to look for', () => {
  expect(termsOf('what is it and why would you')).toEqual([])
})

test('a question counts each of its words once, and no concept beside the word that carries it', () => {
  const terms = questionTerms('refund refund, I want my money back: a refund', same)

  expect(terms.map(({ stem }) => stem)).toEqual(['refund', 'mone'])
})
