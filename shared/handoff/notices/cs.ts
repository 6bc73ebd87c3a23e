import type { NoticeTexts } from '../notice-keys.ts'

export const cs: NoticeTexts = {
  handoff:
    'Předávám vás našemu týmu {team}. Někdo z týmu vám odpoví přímo tady, v této konverzaci. Vidí vše, co jste napsali, takže nemusíte nic opakovat.',
  'handoff-closed':
    'Předávám vás našemu týmu {team}. Tým tu teď není; znovu bude k dispozici: {opens}. Pak vám někdo z týmu odpoví přímo tady, v této konverzaci. Vidí vše, co jste napsali, takže nemusíte nic opakovat.',
  'handoff-distress':
    'Děkujeme, že nám to říkáte. To, co píšete, je důležité: člověk z našeho týmu {team} si to přečte a odpoví vám tady. Pokud jste vy nebo někdo jiný právě v nebezpečí, zavolejte prosím ihned tísňovou linku (v Evropě 112).',
  returned: 'Odteď si zase píšete s asistentem společnosti {company}. Kdybyste znovu chtěli člověka, stačí říct.',
  'put-off':
    'Na další vaše otázky teď odpovědět nemohu. Pokud chcete, aby vám tady odpověděl člověk, napište: „Chci mluvit s člověkem“.',
  left: 'Dobře: už nečekáte na náš tým {team}. Kdybyste nás přece jen potřebovali, napište sem a začneme znovu.',
  waiting:
    'Stále čekáte na náš tým {team} a nezapomněli jsme na vás: odpoví vám tady člověk. Pokud už nikoho nepotřebujete, stačí napsat „už není potřeba“.',
  estimate: 'Odpověď obvykle přijde nejpozději asi za {wait}.',
}
