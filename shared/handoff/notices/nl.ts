import type { NoticeTexts } from '../notice-keys.ts'

export const nl: NoticeTexts = {
  handoff:
    'Ik geef u door aan ons team {team}. Een medewerker van het team antwoordt u hier, in dit gesprek. Die kan alles lezen wat u hebt geschreven, dus u hoeft niets te herhalen.',
  'handoff-closed':
    'Ik geef u door aan ons team {team}. Het team is er op dit moment niet en is weer bereikbaar vanaf {opens}. Dan antwoordt een medewerker u hier, in dit gesprek. Die kan alles lezen wat u hebt geschreven, dus u hoeft niets te herhalen.',
  'handoff-distress':
    'Dank u wel dat u ons dit vertelt. Wat u schrijft is belangrijk: iemand van ons team {team} leest het en antwoordt u hier. Als u of iemand anders nu in gevaar is, bel dan meteen het alarmnummer (in Europa 112).',
  returned:
    'Vanaf hier schrijft u weer met de assistent van {company}. Wilt u toch weer een medewerker, zeg het dan gewoon.',
  'put-off':
    'Ik kan op dit moment geen vragen meer van u beantwoorden. Wilt u dat een medewerker u hier antwoordt, schrijf dan: “Ik wil met een medewerker praten”.',
  left: 'Goed: u wacht niet langer op ons team {team}. Hebt u ons toch nodig, schrijf dan gewoon hier en we beginnen opnieuw.',
  waiting:
    'U wacht nog op ons team {team} en we zijn u niet vergeten: een medewerker antwoordt u hier. Hebt u niemand meer nodig, schrijf dan gewoon “niet meer nodig”.',
  estimate: 'Meestal krijgt u binnen ongeveer {wait} antwoord.',
}
