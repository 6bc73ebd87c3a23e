import { stem, wordsOf } from './words.ts'

/**
 * Words that customers and articles use for the same thing, in six languages: lets "give it back" find "returns", and a
 * Spanish question an English article. Service vocabulary only, nothing of one company. Each line: concept: words, phrases.
 */
const lexicon = `
return: return, send back, sending back, give back, bring back, ship back, take back, retoure, rucksendung, ruckgabe, retournieren, zuruckschicken, zuruckgeben, zurucksenden, schicken zuruck, devolver, devuelvo, devolucion, devoluciones, renvoyer, renvoi, renvoie, retour, retourner, devolucao, devolucoes, devolvo, reso, resi, restituire, restituzione, rendere, mandare indietro
refund: refund, reimburse, money back, cash back, repay, erstattung, ruckerstattung, erstatten, geld zuruck, reembolso, reembolsar, devolver dinero, dinero vuelta, remboursement, rembourser, rembourse, rembourses, reembolsam, rimborso, rimborsare, rimborsate, soldi indietro
delivery: deliver, delivery, arrive, arrival, ship, shipping, shipment, get here, dispatch, lieferung, liefern, geliefert, lieferzeit, ankommen, versand, versenden, verschicken, zustellung, envio, enviar, enviais, entrega, entregar, llegar, llega, livraison, livrer, livrez, arriver, expedition, chegar, chega, consegna, consegnare, consegnate, spedizione, spedire, spedite, arrivare, arriva, courier, carrier, haulier, driver, postage, send to, post, kurier, spediteur, spedition, bote, porto, repartidor, transportista, mensajero, livreur, transporteur, port, transportadora, estafeta, portes, corriere
parcel: parcel, package, packet, paket, sendung, paquete, colis, paquet, encomenda, pacote, pacco, pacchetto
track: track, tracking, whereabouts, where order, where parcel, where package, sendungsverfolgung, verfolgen, nachverfolgen, wo paket, wo bestellung, seguimiento, rastrear, localizar, donde pedido, donde paquete, suivi, suivre, ou colis, ou commande, seguimento, onde encomenda, tracciamento, tracciare, seguire, dove pacco, dove ordine
late: late, delay, delayed, overdue, still waiting, not arrived, hasnt arrived, not come, hasnt come, never arrived, taking long, verspatet, verspatung, nicht angekommen, nicht da, immer noch, retraso, tarda, no llega, no llegado, retard, pas arrive, pas recu, atraso, atrasada, nao chegou, ritardo, non arrivato
lost: lost, missing, disappeared, gone missing, verloren, verschwunden, perdido, perdida, extraviado, perdu, egare, perdida, perso, smarrito, got lost, lose
cost: cost, price, fee, charge, expensive, pay for, how much, kosten, kostet, preis, gebuhr, teuer, wieviel, wie viel, precio, cuesta, gasto, tarifa, cuanto, prix, cout, coute, frais, tarif, combien, preco, custo, custa, taxa, quanto, costo, costa, costi, prezzo, spese, postage, porto, pay for, have pay, charge for, charge
free: free, no charge, gratis, kostenlos, umsonst, kostenfrei, gratuito, gratuita, gratuit, gratuite, offert, offerte, gratuitamente
duration: how long, how many days, delivery time, working day, business day, werktage, arbeitstage, dias laborables, jours ouvres, dias uteis, giorni lavorativi, lieferzeit, how quickly, how fast, take long, wie lange, dauert, dauer, cuanto tarda, cuanto tiempo, cuantos dias, plazo, tarda, combien temps, delai, quanto tempo, prazo, demora, quanto ci vuole, quanti giorni, quanto tempo, tempi consegna
deadline: how long have, until when, by when, within, deadline, frist, innerhalb, bis wann, hasta cuando, jusqu quand, ate quando, entro quando, entro, how many days
order: order, purchase, buy, bought, purchased, bestellung, bestellen, bestellt, kaufen, gekauft, einkauf, pedido, pedir, comprar, compra, compre, commande, commander, achat, acheter, achete, encomenda, encomendei, comprei, ordine, ordinare, ordinato, acquisto, comprato, acquistato
cancel: cancel, cancellation, call off, stop order, abort, withdraw, stornieren, storno, abbestellen, stornierung, cancelar, anular, cancelacion, annuler, annulation, anular, annullare, annullamento, disdire
change: change, modify, edit, alter, update, correct, switch, amend, wrong address, andern, anderung, andere, korrigieren, umandern, cambiar, cambio, modificar, corregir, changer, modifier, modification, mudar, alterar, trocar, cambiare, modificare, correggere
add: add, include, extra item, hinzufugen, anadir, agregar, ajouter, adicionar, acrescentar, aggiungere
exchange: exchange, swap, another size, different size, another colour, different colour, umtausch, umtauschen, tauschen, intercambiar, otra talla, echange, echanger, trocar, troca, sostituire, sostituzione
damaged: damage, damaged, broken, broke, crack, cracked, smashed, shattered, dent, dented, scratched, in pieces, kaputt, beschadigt, zerbrochen, defekt, bruch, schaden, rota, roto, danado, danada, estropeado, golpeado, casse, cassee, abime, endommage, brise, partido, partida, danificado, estragado, quebrado, rotto, rotta, danneggiato, arrived broken, kam kaputt, casse, rompu, shattered, abimee, damages
faulty: faulty, defect, defective, fault, doesnt work, not working, stopped working, wont work, wont turn, malfunction, dead, kaputt, defekt, fehler, funktioniert nicht, geht nicht, defectuoso, no funciona, averiado, defectueux, marche pas, fonctionne pas, panne, avariado, nao funciona, difettoso, non funziona, guasto
wrong: wrong, incorrect, mistake, not ordered, falsch, falsche, falscher, equivocado, erroneo, mauvais, errone, erreur, errado, errada, sbagliato, errato
missing-part: missing, incomplete, not included, left out, fehlt, fehlen, fehlende, unvollstandig, falta, faltan, manque, manquant, faltam, manca, mancano
repair: repair, fix, mend, repariert, reparieren, reparatur, reparar, reparacion, reparer, reparation, conserto, consertar, reparacao, riparare, riparazione
warranty: warranty, guarantee, garantie, gewahrleistung, garantia, garanzia
spare: spare, replacement part, part, parts, ersatzteil, ersatzteile, ersatz, repuesto, recambio, pieza, piece detachee, rechange, peca, pecas, sobressalente, ricambio, ricambi, pezzo, replace, replacement, new one, ersetzen, austauschen, reemplazar, remplacer, substituir, sostituire
pay: pay, payment, paid, paying, settle, zahlen, bezahlen, zahlung, bezahlt, zahlungsart, pagar, pago, pagos, pagare, pagamento, pagamenti, paiement, payer, regler, reglement
charged: charge, charged, two charges, debit, debited, taken money, withdrawn, deducted, abgebucht, belastet, abbuchung, cobrar, cobro, cobrado, cargo, debit, debite, preleve, prelevement, debitado, cobraram, addebito, addebitato, prelevato
twice: twice, two times, double, two times, duplicate, doppelt, zweimal, dos veces, doble, deux fois, double, duas vezes, dobro, duplicado, due volte, doppio
declined: declined, decline, rejected, refused, failed, not accepted, not go through, abgelehnt, verweigert, rechazado, rechazada, rechaza, refuse, refusee, recusado, recusada, rifiutato, rifiutata
card: card, cards, visa, mastercard, amex, credit card, karte, kreditkarte, tarjeta, carte, cartao, carta
transfer: transfer, wire, bank transfer, uberweisung, uberweisen, vorkasse, transferencia, virement, bonifico
instalments: installment, instalment, instalments, monthly payments, split payment, pay later, klarna, bnpl, raten, rate, ratenzahlung, plazos, cuotas, mensualites, plusieurs fois, mensualite, prestacoes, parcelas, rate
invoice: invoice, receipt, bill, rechnung, beleg, quittung, kassenbon, factura, recibo, facture, recu, fatura, recibo, fattura, ricevuta, scontrino
vat: vat, tax, taxes, tva, iva, mwst, mehrwertsteuer, umsatzsteuer, ust, steuer, impuestos, impuesto, imposto
customs: customs, duty, duties, import, zoll, einfuhr, aduana, arancel, douane, alfandega, dogana
abroad: abroad, overseas, international, other countries, ausland, extranjero, etranger, estrangeiro, estero, internacional, internazionale
account: account, profile, konto, kundenkonto, cuenta, perfil, compte, profil, conta, profilo, register, registration, sign up, registrieren, registrarme, registro, inscrire, inscription, registar, cadastro, registrarmi, registrazione
password: password, passcode, passwort, kennwort, contrasena, clave, mot passe, senha, palavra passe, parola chiave, pasword, passwd
login: login, log in, logging in, sign in, signing in, logon, access account, einloggen, anmelden, anmeldung, iniciar sesion, entrar cuenta, connexion, connecter, entrar conta, sessao, accedere, accesso
locked: locked, blocked, lock, locked out, gesperrt, sperre, bloqueado, bloqueada, bloque, bloquee, bloccato, bloccata
forgot: forgot, forgotten, forget, cant remember, dont remember, lost password, vergessen, olvidado, olvide, oublie, esqueci, esquecido, dimenticato
delete: delete, close account, remove, erase, erasure, loschen, entfernen, borrar, eliminar, darse baja, supprimer, effacer, apagar, excluir, eliminare, cancellare
email: email, e mail, mail, mailadresse, correo, courriel, adresse mail, posta
address: address, adresse, anschrift, direccion, endereco, morada, indirizzo
assembly: assemble, assembly, put together, build, mount, assembling, aufbau, aufbauen, montage, montieren, zusammenbauen, montar, montaje, armar, monter, assembler, montagem, montare, montaggio
instructions: instructions, manual, guide, leaflet, anleitung, aufbauanleitung, handbuch, instrucciones, notice, mode emploi, instrucoes, istruzioni, manuale
install: install, hang, hang up, installation, connect, wire up, wiring, fit ceiling, anschliessen, aufhangen, installieren, colgar, instalar, conectar, accrocher, brancher, installer, pendurar, ligar, appendere, installare, collegare
bulb: bulb, light bulb, led bulb, gluhbirne, birne, leuchtmittel, bombilla, foco, ampoule, lampada led, lampadina, lampadine
lamp: lamp, light, lights, luminaire, leuchte, lampe, lampara, luminaria, luminaire, lampada, candeeiro, lampadario
shade: shade, lampshade, lampenschirm, schirm, pantalla, abat jour, paralume, abajur
brightness: bright, brightness, lumen, lumens, watt, watts, wattage, hell, helligkeit, brillo, luminosidad, luminosite, puissance, brilho, luminosita
dim: dim, dimmer, dimmable, dimmen, dimmbar, atenuar, regulable, regulador, variateur, dimmable, regulavel, dimmerabile, varialuce
flicker: flicker, flickering, flickers, blinking, blinks, flashing, flackern, flackert, parpadea, parpadeo, clignote, scintille, pisca, sfarfalla, lampeggia
noise: hum, humming, buzz, buzzing, noise, whirr, brummen, brummt, summt, zumbido, zumba, bourdonne, zumbido, ronzio
smart: smart, alexa, google home, homekit, siri, zigbee, matter, app, voice, wlan, wifi, wi fi, router, hub, connesso
outdoor: outdoor, outside, garden, balcony, terrace, patio, aussen, draussen, garten, balkon, terrasse, exterior, jardin, balcon, exterieur, jardim, varanda, esterno, giardino, balcone
waterproof: waterproof, rain, splash, water resistant, wet, ip44, ip65, wasserdicht, regen, impermeable, lluvia, etanche, pluie, impermeavel, chuva, impermeabile, pioggia
clean: clean, cleaning, wash, wipe, dust, stain, stains, reinigen, putzen, waschen, fleck, flecken, limpiar, lavar, mancha, nettoyer, laver, tache, taches, limpar, nodoa, pulire, lavare, macchia, macchie
wood: wood, wooden, oak, timber, holz, eiche, madera, roble, bois, chene, madeira, carvalho, legno, quercia, rovere
oil: oil, oiling, wax, polish, olen, ol, wachs, aceite, encerar, huile, huiler, cire, oleo, cera, olio
scratch: scratch, scratches, scuff, kratzer, aranazo, rayado, rayure, risco, arranhao, graffio
table: table, desk, tisch, mesa, tavolo
sofa: sofa, couch, settee, canape, divano
furniture: furniture, mobel, muebles, mueble, meuble, meubles, moveis, movel, mobili, mobile, table, desk, chair, armchair, wardrobe, bed, shelf, bookcase, cupboard, dresser, drawers, sofa, tisch, stuhl, sessel, schrank, bett, regal, mesa, silla, sillon, armario, cama, estanteria, chaise, fauteuil, armoire, lit, etagere, cadeira, poltrona, estante, tavolo, sedia, armadio, letto, scaffale
gift: gift card, gift voucher, giftcard, gift certificate, geschenkgutschein, geschenkkarte, gutschein, tarjeta regalo, carte cadeau, cartao oferta, vale oferta, buono regalo, carta regalo
code: voucher, coupon, promo, promo code, discount code, gutscheincode, rabattcode, cupon, codigo descuento, code promo, codigo desconto, cupao, codice sconto
discount: discount, rebate, percent off, money off, deal, sale, offer, rabatt, nachlass, angebot, ermassigung, descuento, oferta, rebaja, rebajas, remise, reduction, soldes, desconto, saldos, sconto, offerta, saldi, cheaper, reduced
newsletter: newsletter, mailing list, marketing, newsletters, boletin, promotional emails, spam
unsubscribe: unsubscribe, stop sending, opt out, stop emails, abbestellen, abmelden, darme baja, dar baja, desabonner, desinscrire, cancelar subscricao, disiscrivere, disiscrivermi
shop: showroom, store, shop, branch, visit, opening hours, opening times, when open, filiale, laden, geschaft, offnungszeiten, tienda, horario, magasin, boutique, horaires, loja, negozio, orari, in person, see lamps, anschauen, ausstellung
contact: contact, phone, telephone, call, hotline, phone number, reach, telefon, telefonnummer, anrufen, erreichen, telefono, llamar, contacto, telephone, appeler, joindre, telefone, ligar, contato, chiamare, contatto
collect: collect, pick up, pickup, collection, abholen, selbstabholung, abholung, recoger, recogida, retirer, retrait, levantar, recolha, ritirare, ritiro
sample: sample, samples, swatch, muster, stoffmuster, probe, muestra, echantillon, amostra, campione
sustainable: sustainable, sustainability, environment, eco, environmental, green, carbon, climate, nachhaltig, umwelt, sostenible, durable, ecologique, sustentavel, sostenibile
recycle: recycle, recycling, dispose, disposal, throw away, old lamp, old sofa, entsorgen, altgerat, reciclar, recycler, jeter, reciclagem, riciclare, smaltire
business: business, company, trade, b2b, wholesale, architect, hotel, corporate, firma, gewerbe, unternehmen, geschaftskunde, empresa, negocio, entreprise, professionnel, azienda, impresa, firm, companies, b2b
quote: quote, quotation, estimate, bulk, angebot, kostenvoranschlag, presupuesto, devis, orcamento, preventivo
privacy: privacy, gdpr, dsgvo, rgpd, personal data, my data, store about, datenschutz, daten, datos personales, privacidad, donnees personnelles, donnees, dados pessoais, privacidade, dati personali, privacidad
phishing: phishing, scam, fraud, suspicious, fake, betrug, estafa, arnaque, fraude, truffa, burla
stock: stock, available, availability, sold out, out stock, back stock, lieferbar, verfugbar, ausverkauft, vorratig, disponible, agotado, rupture, disponivel, esgotado, disponibile, esaurito, again, back available, wieder da, pre order, preorder
express: express, next day, overnight, urgent, tomorrow, fast delivery, quick, eilig, morgen, urgente, rapido, manana, demain, amanha, domani
student: student, students, studenten, estudiante, etudiant, estudante, studente
balance: balance, remaining, credit left, how much left, guthaben, saldo, solde, restante
expire: expire, expiry, valid, validity, expiration, run out, gultig, ablaufen, lauft ab, caduca, validez, valide, validite, valido, validade, scade, scadenza
absent: not home, wasnt home, not at home, nobody home, nobody there, missed delivery, nicht zuhause, nicht hause, niemand hause, no casa, absent, pas chez, nao casa, ausente, nessuno casa, assente
two-step: two factor, 2fa, mfa, authenticator, two step, verification code, zwei faktor, dos pasos, dos factores, deux facteurs, dois fatores, due fattori
custom: made order, made to order, custom, custom made, own dimensions, own size, made measure, massanfertigung, anfertigung, nach mass, medida, encargo, sur mesure, fait commande, por medida, su misura
colour: colour, color, tone, farbe, farbton, couleur, cor, colore
photo: photo, picture, image, foto, bild, imagen, imagem, immagine
accept: accept, accepted, take cards, akzeptieren, akzeptiert, nehmt, aceptais, acepta, aceptar, aceptamos, accepter, acceptez, acceptons, aceitam, aceita, aceitamos, accettate, accettiamo, accettare
appointment: appointment, time slot, window, reschedule, termin, liefertermin, cita, rendez vous, marcacao, appuntamento
country: country, countries, land, lander, pais, paises, pays, paese, paesi`

interface Phrase {
  readonly concept: string
  readonly rest: readonly string[]
}

const byStem = new Map<string, string[]>()
const byFirstWord = new Map<string, Phrase[]>()

const put = <T>(map: Map<string, T[]>, key: string, value: T): void => {
  map.set(key, [...(map.get(key) ?? []), value])
}

for (const line of lexicon.trim().split('\n')) {
  const [concept = '', words = ''] = line.split(': ')
  for (const entry of new Set(words.split(', '))) {
    const [first = '', ...rest] = wordsOf(entry).map(stem)
    if (rest.length > 0) put(byFirstWord, first, { concept, rest })
    else if (!byStem.get(first)?.includes(concept)) put(byStem, first, concept)
  }
}

/** Words worth correcting a typo to, beyond those of the articles. */
export const conceptStems: readonly string[] = [...byStem.keys()]

/** "send the big lamp back": so many words may stand between two words of a phrase. */
const widestGap = 3

const endOf = (rest: readonly string[], stems: readonly string[], start: number): number => {
  let at = start
  for (const word of rest) {
    const next = stems.slice(at + 1, at + 2 + widestGap).indexOf(word)
    if (next === -1) return -1
    at += 1 + next
  }
  return at
}

/** The concepts of each word of a text, by position; a phrase gives its concept to its first and its last word. */
export const conceptsAt = (stems: readonly string[]): readonly (readonly string[])[] => {
  const found = stems.map((word) => [...(byStem.get(word) ?? [])])
  stems.forEach((word, start) => {
    for (const { concept, rest } of byFirstWord.get(word) ?? []) {
      const end = endOf(rest, stems, start)
      if (end === -1) continue
      found[start]?.push(concept)
      found[end]?.push(concept)
    }
  })
  return found
}
