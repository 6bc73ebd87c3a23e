import type { NoticeTexts } from '../notice-keys.ts'

export const tr: NoticeTexts = {
  handoff:
    'Sizi {team} ekibimize aktarıyorum. Ekipten biri size burada, bu sohbette yanıt verecek. Yazdığınız her şeyi görebiliyor; hiçbir şeyi tekrarlamanıza gerek yok.',
  'handoff-closed':
    'Sizi {team} ekibimize aktarıyorum. Ekip şu anda çalışmıyor; yeniden hizmet vereceği zaman: {opens}. O zaman ekipten biri size burada, bu sohbette yanıt verecek. Yazdığınız her şeyi görebiliyor; hiçbir şeyi tekrarlamanıza gerek yok.',
  'handoff-distress':
    'Bunu bizimle paylaştığınız için teşekkür ederiz. Yazdıklarınız önemli; {team} ekibimizden biri okuyacak ve size burada yanıt verecek. Siz ya da bir başkası şu anda tehlikedeyse lütfen hemen acil yardım numarasını arayın (Türkiye’de ve Avrupa’da 112).',
  returned:
    'Bundan sonra yeniden {company} asistanıyla yazışıyorsunuz. Yine biriyle görüşmek isterseniz söylemeniz yeterli.',
  'put-off':
    'Şu anda başka sorunuzu yanıtlayamıyorum. Size burada bir insanın yanıt vermesini isterseniz lütfen şunu yazın: “Bir insanla görüşmek istiyorum”.',
  left: 'Peki, artık {team} ekibimizi beklemiyorsunuz. Yine de bize ihtiyacınız olursa buraya yazmanız yeterli; baştan başlarız.',
  waiting:
    '{team} ekibimizi hâlâ bekliyorsunuz, sizi unutmadık: burada size bir insan yanıt verecek. Artık kimseye ihtiyacınız yoksa “artık gerek yok” yazmanız yeterli.',
  estimate: 'Genellikle yaklaşık {wait} içinde yanıt gelir.',
}
