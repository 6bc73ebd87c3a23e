import type { NoticeTexts } from '../notice-keys.ts'

export const es: NoticeTexts = {
  handoff:
    'Le paso con nuestro equipo de {team}. Una persona del equipo le responderá aquí mismo, en esta conversación. Puede leer todo lo que ha escrito, así que no hace falta que repita nada.',
  'handoff-closed':
    'Le paso con nuestro equipo de {team}. El equipo no está en este momento y vuelve el {opens}. Entonces una persona le responderá aquí mismo, en esta conversación. Puede leer todo lo que ha escrito, así que no hace falta que repita nada.',
  'handoff-distress':
    'Gracias por contárnoslo. Lo que ha escrito es importante: una persona de nuestro equipo de {team} lo leerá y le responderá aquí mismo. Si usted u otra persona está en peligro ahora, llame enseguida al número de emergencias de su país (112 en Europa, 911 en gran parte de América).',
  returned:
    'A partir de aquí vuelve a escribir con el asistente de {company}. Si desea hablar de nuevo con una persona, solo tiene que decirlo.',
  'put-off':
    'En este momento no puedo atender más preguntas suyas. Si desea que una persona le responda aquí mismo, escriba: «Quiero hablar con una persona».',
  left: 'De acuerdo: ya no está esperando a nuestro equipo {team}. Si al final nos necesita, escriba aquí y empezamos de nuevo.',
  waiting:
    'Sigue esperando a nuestro equipo {team} y no nos hemos olvidado de usted: una persona le responderá aquí mismo. Si ya no necesita ayuda, escriba “ya no hace falta”.',
  estimate: 'Normalmente la respuesta llega en un plazo de unos {wait}.',
}
