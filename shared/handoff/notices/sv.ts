import type { NoticeTexts } from '../notice-keys.ts'

export const sv: NoticeTexts = {
  handoff:
    'Jag lämnar över dig till vårt team {team}. En person i teamet svarar dig här, i den här konversationen. Allt du har skrivit finns där, så du behöver inte upprepa något.',
  'handoff-closed':
    'Jag lämnar över dig till vårt team {team}. Teamet är inte på plats just nu och är tillbaka {opens}. Då svarar en person dig här, i den här konversationen. Allt du har skrivit finns där, så du behöver inte upprepa något.',
  'handoff-distress':
    'Tack för att du berättar. Det du skriver är viktigt, och en person i vårt team {team} läser det och svarar dig här. Om du eller någon annan är i fara just nu, ring genast nödnumret (112 i Europa).',
  returned:
    'Från och med nu skriver du med assistenten hos {company} igen. Vill du ha en människa igen är det bara att säga till.',
  'put-off':
    'Jag kan inte svara på fler frågor från dig just nu. Om du vill att en människa svarar dig här, skriv: “Jag vill prata med en människa”.',
  left: 'Okej: du väntar inte längre på vårt team {team}. Behöver du oss ändå, skriv bara här så börjar vi om från början.',
  waiting:
    'Du väntar fortfarande på vårt team {team}, och du är inte bortglömd: en person svarar dig här. Behöver du ingen längre, skriv bara “behövs inte längre”.',
  estimate: 'Oftast kommer svaret inom ungefär {wait}.',
}
