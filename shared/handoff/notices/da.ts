import type { NoticeTexts } from '../notice-keys.ts'

export const da: NoticeTexts = {
  handoff:
    'Jeg sender dig videre til vores team {team}. En medarbejder fra teamet svarer dig her i samtalen. Alt, hvad du har skrevet, kan læses der, så du behøver ikke gentage noget.',
  'handoff-closed':
    'Jeg sender dig videre til vores team {team}. Teamet er her ikke lige nu og er tilbage {opens}. Så svarer en medarbejder dig her i samtalen. Alt, hvad du har skrevet, kan læses der, så du behøver ikke gentage noget.',
  'handoff-distress':
    'Tak, fordi du fortæller os det. Det, du skriver, er vigtigt, og et menneske fra vores team {team} læser det og svarer dig her. Hvis du eller en anden er i fare lige nu, så ring straks til alarmcentralen (112 i Europa).',
  returned:
    'Herfra skriver du med assistenten hos {company} igen. Vil du gerne have et menneske igen, så sig det bare.',
  'put-off':
    'Jeg kan ikke svare på flere spørgsmål fra dig lige nu. Vil du have, at et menneske svarer dig her, så skriv: “Jeg vil gerne tale med et menneske”.',
  left: 'Det er i orden: du venter ikke længere på vores team {team}. Får du alligevel brug for os, så skriv bare her, og vi begynder forfra.',
  waiting:
    'Du venter stadig på vores team {team}, og du er ikke glemt: en medarbejder svarer dig her. Har du ikke brug for nogen længere, så skriv bare “ikke nødvendigt længere”.',
  estimate: 'Som regel får du svar inden for omkring {wait}.',
}
