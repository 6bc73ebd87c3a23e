import type { LanguageSayings } from '../sayings.ts'

const thing =
  'order/orders/delivery/parcel/parcels/package/packages/refund/payment/booking/reservation/lamp/item/items/product/shipment/card/size/colour/color/flight/bag/luggage/receipt/invoice/appointment/ticket/tickets/price/courier'

/** Worry about a thing of everyday commerce, polite regret, and the denial of any sorrow: no distress, in words that sound like it. */
export const everydayWorries: readonly LanguageSayings[] = [
  {
    distress: {
      sets: { thing },
      except: `
        worried/woried/nervous/afraid/scared/concerned/anxious/upset/sad about/that/of/for/regarding/the/my ..4 <thing>
        sad/sorry/sory to hear/see/read/know
        afraid/worried/woried ..5 broken/damaged/lost/late/wrong/missing/stolen/delayed/empty/faulty
        not so/very/really/realy/at? depressed/depresed/sad/worried/woried/scared/anxious/upset/stressed/stresed/lonely
        no worries/wories/stress/stres/panic/rush
      `,
    },
  },
  {
    distress: {
      except: `
        sorge/sorgen/besorgt/angst/fürchte/befürchte ..4 paket/bestellung/lieferung/sendung/lampe/rechnung/zahlung/erstattung/termin/größe/karte
        nicht ..1 traurig/depressiv/besorgt/gestresst/verzweifelt
        keine sorge/panik/eile/angst
      `,
    },
  },
  {
    distress: {
      except: `
        preocupado/preocupada/miedo/temo/nervioso/nerviosa ..4 pedido/envío/paquete/entrega/reembolso/lámpara/factura/talla/pago
        no estoy ..1 triste/deprimido/deprimida/preocupado/preocupada/estresado/estresada
      `,
    },
  },
  {
    distress: {
      except: `
        inquiet/inquiète/soucieux/soucieuse/peur/crains ..4 commande/colis/livraison/remboursement/lampe/facture/taille/paiement
        pas ..1 triste/déprimé/déprimée/inquiet/inquiète/stressé/stressée
      `,
    },
  },
  {
    distress: {
      except: `
        preocupado/preocupada/receio/medo ..4 pedido/entrega/pacote/encomenda/reembolso/lâmpada/fatura/tamanho/pagamento
        não estou ..1 triste/deprimido/deprimida/preocupado/preocupada/estressado/estressada
      `,
    },
  },
  {
    distress: {
      except: `
        preoccupato/preoccupata/pensiero/temo/paura ..4 ordine/consegna/pacco/rimborso/lampada/fattura/taglia/pagamento
        non sono ..1 triste/depresso/depressa/preoccupato/preoccupata/stressato/stressata
      `,
    },
  },
]
