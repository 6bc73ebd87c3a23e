import type { LanguageSayings } from '../sayings.ts'

/** A payment on its way that the customer calls back, in many languages. */
export const recalledPayments: LanguageSayings = {
  cancellation: {
    sets: {
      payment:
        'transfer/wire/standing/payment/payments/überweisung/dauerauftrag/lastschrift/transferencia/giro/virement/prélèvement/bonifico/addebito/overboeking/overschrijving/incasso/przelew/płatność/transferência/pix/överföring/overførsel/převod/transferul',
      recall:
        'abort/halt/revoke/recall/recal/reverse/stoppen/zurückrufen/zurückholen/widerrufen/parar/detener/frenar/revocar/stopper/bloquer/arrêter/bloccare/revocare/fermare/terugdraaien/stoppen/cofnij/cofnąć/wstrzymać/suspender/stornare/opriți',
    },
    sure: `
      <recall> ..2 <payment>
      <payment> ..1 <recall>
      stop/cancel the/my/a/this standing order
      stop/cancel the/my/a/this bank? transfer
    `,
    negators: 'dont not nicht no ne pas non niet nie não inte ikke nu',
  },
}
