import type { LanguageSayings } from '../sayings.ts'

/** The obvious things Turkish customers say; endings carry the grammar, so stems do the work. */
export const tr: LanguageSayings = {
  'asked-for-human': {
    sets: {
      person: 'insan*/temsilci*/yetkili*/operatör*/birisi*/biriyle/kişi*/çalışan*/müdür*/danışman*/asistan*',
      talk: 'görüş*/konuş*/bağla*/bağlan*/aktar*/yazış*/ulaş*',
    },
    sure: `
      <person> ile? ..1 <talk>
      gerçek bir? insan*/kişi*/biri*/temsilci*
      canlı destek/temsilci*/yardım
      müşteri temsilci* istiyorum/bağla*/lütfen
      ^ müşteri? temsilcisi/insan/operatör/yetkili lütfen? $
      <person> istiyorum
      beni arayın/ara
    `,
    except: `
      <person> ile? ..1 <talk> istemiyorum
      <person> değil
      <person> ile? <talk> değil
      sen/siz insan/robot mı/misin/mısın/misiniz
      insan/robot mısın/misin/mısınız/musun
    `,
    negators: 'istemiyorum',
  },
  'billing-dispute': {
    sure: `
      iki kez/kere/defa ..2 çekil*/ödeme/tahsil*/kesil*/ücret*
      çift çekim/ödeme/tahsilat
      mükerrer ödeme/çekim/tahsilat
      bilmediğim/tanımadığım/yapmadığım ..2 ödeme/işlem/harcama/çekim
      haksız/yanlış/hatalı ücret/fatura/çekim/tahsilat/kesinti
      iznim olmadan/dışında
    `,
  },
  cancellation: {
    sure: `
      iptal et*/edin/ettir*/etmek/edebilir*
      aboneliğimi/siparişimi/üyeliğimi/rezervasyonumu ..2 iptal/sonlandır*/bitir*
      hesabımı ..2 sil*/kapat*/silin
    `,
    except: `
      iptal koşul*/politika*/edilmiş/edildi
      iptal etme/etmeyin
    `,
  },
  distress: {
    sure: `
      intihar*
      ölmek istiyorum
      kendimi öldür*
      yaşamak istemiyorum
      çok çaresiz*/yalnızım/korkuyorum/mutsuzum/üzgünüm
    `,
  },
  legal: {
    sure: `
      avukat*/mahkeme*/dava
      tüketici hakem/hakları/mahkemesi
      kvkk
      kişisel verilerim*/veri*
      yasal yollara/işlem/haklarım
      savcılı*
    `,
  },
  frustration: {
    sure: `
      rezalet/rezil*/saçmalık/berbat/aptal*/salak*/gerizekalı*/lanet/siktir*/amk/bıktım/usandım
      çok kızgınım/sinirliyim/sinirlendim
      yeter artık
      kaç kere/kez/defa
      bir daha asla
    `,
  },
}
