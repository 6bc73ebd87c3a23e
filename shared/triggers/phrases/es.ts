import type { LanguageSayings } from '../sayings.ts'

const negators = 'no sin nunca tampoco jamas ni'

/** What Spanish-speaking customers say, on both sides of the ocean. */
export const es: LanguageSayings = {
  'asked-for-human': {
    sets: {
      person:
        'humano/humana/humanos/humanas/persona/personas/agente/agentes/asesor/asesora/asesores/operador/operadora/operadores/representante/representantes/ejecutivo/ejecutiva/empleado/empleada/supervisor/supervisora/encargado/encargada/gerente/alguien/tecnico/responsable/teleoperador*/especialista/soporte | ser/seres humano/humanos | servicio al/de cliente/clientes | atencion al/de cliente/clientes | servicio de atencion',
      only: 'humano/humana/persona/agente/asesor/asesora/operador/operadora/representante/ejecutivo/supervisor/supervisora',
      det: 'un/una/algun/alguna/el/la/los/las/su/sus/otra/otro | uno de tus/los | uno/alguno de los/sus',
      adj: 'real/reales/humano/humana/vivo/viva/verdadero/verdadera/buen/fisica',
      talk: 'hablar/habla/hable/hablo/comunicar/comunicarme/comunicame/comuniqueme/comunique/contactar/contactarme/charlar/chatear/conversar/platicar/pasar/paseme/pasame/pasenme/pase/conectar/conectame/conecteme/conectarme/transferir/transfiereme/transfierame/transfiera/derivar/derivame/deriveme/poner/poneme/ponme/pongame/ponerme/atender/atienda/atendido/atendida/contacto',
      want: 'quiero/quisiera/necesito/deseo/dame/deme/prefiero/exijo/solicito/busco/requiero/queria/denme/ponme/pongame/quieres/pido',
    },
    sure: `
      llamenme/llamame/llameme
      me puede/pueden/podria/podrian llamar/contactar alguien
      alguien ..2 puede/pueden/podria/podrian llamar/llamarme/contactar/contactarme
      <talk> ..2 con/a/por <det>? <adj>? <person>
      no puedo/logro/consigo <talk> con <det>? <person>
      <want> ..1 <det> <adj>? <only>
      <want> tratar/resolver/ver/discutir ..2 con <det>? <adj>? <person>
      <want> ..1 <person> real/humana/humano/viva/vivo/fisica
      <want> <person>
      <want> que ..2 atienda/llame/ayude/conteste/llamen/contacten <det>? <adj>? <person>
      que me llame/llamen/contacte/contacten/atienda <det>? <person>?
      <person> real/humana/humano/fisica por/para/con/ahora/aqui? favor?
      persona/alguien de verdad
      de carne y hueso
      ^ <det>? <only> real/humano/humana? por? favor? $
      <only> por favor
      ayuda/atencion/asistencia/soporte/contacto/trato humana/humano/personal/personalizada
      no quiero/hablar/hablo ..3 con/a un/una/este/esta robot/bot/maquina/contestadora
      hay/existe alguna/algun/alguien/una/un ..1 persona/humano/agente/ahi/real/alguien/operador
      hay alguien
      pueden/puede/podrian/podria llamarme
      servicio/atencion al cliente manual/humano/humana/por/telefono
      otra/una persona que/con ..2 ayude/hablar/entienda/atienda
    `,
    likely: `
      <want> ..1 servicio/atencion al cliente
      me atienda/atiende/atiendan ..1 alguien/persona
    `,
    except: `
      eres/es/sos/usted/seras/tu ..1 <det>? <adj>? <only>/robot/bot/maquina
      estoy/estare/estas hablando/chateando con <det>? <adj>? <person>
      hablo con <det>? <adj>? <person> o
      recursos/derechos/eror/error humanos/humano
      por/otra/segunda/cada/dos/una persona/personas adicional/mas/extra
      agente inmobiliari*/viajes
    `,
    negators,
  },
  'billing-dispute': {
    sets: {
      charge:
        'cargo/cargos/cobro/cobros/pago/pagos/factura/facturas/transaccion/transacciones/compra/movimiento/movimientos/debito/recibo/importe/monto/adeudo/suscripcion/retiro',
      took: 'cobrado/cobraron/cobro/cobran/cobrando/cargado/cargaron/facturado/facturaron/debitado/debitaron/descontado/descontaron/pagado/pague/retirado/cobrada/cobraste/cobrasteis',
      twice: 'dos/doble/doblemente/tres/duplicado/duplicada/repetido/varias/2',
    },
    sure: `
      <took> ..4 dos/tres/varias/2 veces/vez/cobros
      <took> ..3 doble/duplicado/doblemente
      <charge> ..2 doble/duplicado/duplicada/duplicados/repetido/repetida/indebido/indebidos/incorrecto/incorrecta/erroneo/errones/desconocido/desconocida/desconocidos/fraudulento/sospechoso/extraño/raro/equivocado/equivocada
      doble/dos ..1 <charge>/cobros/cargos
      no/nunca ..2 reconozco/autorice/hice/realice/identifico/he/autorizado/recuerdo ..5 <charge>
      <charge> ..4 no/nunca ..2 reconozco/autorice/hice/realice/mio/mia/corresponde/hecho/autorizado/pedi/solicite/correcto/correcta/cuadra/identifico
      <took> ..1 de mas/sobra
      <took> ..3 sin ..2 permiso/autorizacion/consentimiento/autorizar/avisar
      <took> ..4 no ..2 pedi/compre/corresponde/solicite/contrate/autorice/debo/he/uso
      <took> ..4 aunque/pese/despues ..4 cancel*/devol*
      mal cobrado/facturado
      <took> ..1 mal
      disputar/reclamar/impugnar/desconocer ..3 <charge>
      cobro/cargo no autorizado/reconocido
      no autorizado/autorizada/reconocido
      error/errores/equivocacion en ..1 <charge>
      <charge> esta/es/tiene/viene ..1 mal/incorrecta/incorrecto/equivocada/error/errores/erronea
      me ..1 robaron/robado/quitaron ..2 dinero
      falta/desaparecio ..1 dinero
    `,
    likely: `
      por que ..3 <took>/cobran/cobraron
      a que ..2 corresponde/debe ..2 <charge>
    `,
    except: `
      cuanto ..3 cobran/cobra/cobro
    `,
  },
  cancellation: {
    sets: {
      thing:
        'suscripcion/pedido/pedidos/orden/compra/contrato/cuenta/membresia/plan/servicio/servicios/reserva/reservacion/poliza/seguro/linea/perfil/usuario/abono/cita/viaje/envio/tarjeta/prueba',
      cancel:
        'cancelar/cancela/cancele/cancelen/cancelacion/anular/anula/anule/anulacion/rescindir/cancelarlo/cancelarla/cancelame/anulen',
      close:
        'cerrar/cierre/cierra/cierren/eliminar/elimina/elimine/eliminen/borrar/borra/borren/desactivar/desactiva/terminar/finalizar/suprimir',
    },
    sure: `
      <cancel> ..4 <thing>/#
      quiero/quisiera/necesito/deseo/como/puedo/puede/pueden/favor/ayuda/solicito/para/podria/voy/gustaria ..2 <cancel>
      <thing> ..1 cancelada/cancelado ya?
      <close> ..3 cuenta/perfil/suscripcion/contrato/membresia/usuario
      no puedo/logro/consigo <cancel>
      dar/darme/darse/doy/den/dame/demos/darnos ..1 de baja
      de baja ..2 <thing>
      no quiero/deseo/voy ..2 renovar/seguir/continuar
      ya no quiero/necesito/deseo ..3 <thing>
      cambiarme/irme/pasarme/cambio ..2 de/a ..1 compañia/proveedor/competencia/operador
    `,
    except: `
      politica*/condiciones/terminos/gastos/comision/cargo de/por/para ..1 <cancel>
      fue/ha/han/esta/sido/fueron/me ..1 cancelado/cancelada/cancelaron
      cancelar/borrar/eliminar/anular ..2 alarma/recordatorio/evento/reunion/lista
      dado de baja
    `,
    negators,
  },
  distress: {
    sets: {
      very: 'muy/tan/demasiado/totalmente/completamente/realmente/super/bastante/mas/un/poco',
      deep: 'triste/deprimido/deprimida/desesperado/desesperada/solo/sola/ansioso/ansiosa/asustado/asustada/angustiado/angustiada/destrozado/destrozada/desconsolado/desconsolada/hundido/hundida/fatal/abrumado/abrumada/aterrado/aterrada/agobiado/agobiada/infeliz/desolado/desolada',
    },
    sure: `
      suicid*/suicidio/matarme/matarse
      estoy/siento/sintiendo/sentido/soy/encuentro <very>? <very>? <deep>
      quitarme la vida
      quiero/quisiera/prefiero/deseo morir/morirme/desaparecer
      no quiero/puedo ..1 vivir/seguir ..1 viviendo/mas/asi?
      hacerme daño
      no puedo mas
      no tiene sentido ..2 vivir/vida
      acabar con ..1 todo/vida
      ataque/crisis de panico/ansiedad/nervios
      tengo mucho/tanto/muchisimo miedo
      mi madre/padre/esposo/esposa/marido/mujer/hijo/hija/hermano/hermana/abuela/abuelo/perro ..2 murio/fallecio/muerto/fallecido
      ha/acaba/acabo fallecido/fallecer/muerto
      me maltrata/pega/golpea/amenaza
      no tengo/tenemos ..2 para comer
    `,
    except: `
      solo/sola quiero/necesito/queria/quería/me/para/una/un/he/tengo
    `,
    negators: 'no',
  },
  legal: {
    sure: `
      abogado/abogada/abogados/abogadas/denuncia/denunciar/denunciare/denunciarlos/denunciarles/profeco/sernac/indecopi/consumo/condusef/facua/omic
      rgpd/gdpr/lopd/arco/ilegal/ilegales/fraude/estafa/estafadores/policia
      demanda/demandar/demandarlos/demandare/demandarles/demandarte contra/legal/a/por/judicial?
      acciones/accion/medidas/vias/via/proceso/asesoria/departamento/asunto legales/legal/judiciales/judicial
      tribunal/tribunales/juicio/juzgado/corte suprema/juzgados
      defensa/proteccion/derechos/defensor/oficina del/de ..1 consumidor/usuario
      proteccion/tratamiento/privacidad de ..1 datos
      datos personales
      politica/aviso/politicas de privacidad
      mis datos ..4 comparten/venden/guardan/usan/borrar/eliminar/borren/eliminen/terceros
      comparten/venden/guardan/recopilan/almacenan/usan ..3 datos/informacion
      derecho al/de olvido/supresion/acceso
      incumplimiento/hojas/hoja de/del contrato/reclamaciones
      propiedad intelectual
    `,
    except: `
      alta/gran/mucha demanda
    `,
  },
  frustration: {
    sets: {
      bad: 'inutil*/ridicul*/inaceptable/pesimo/pesima/verguenza/vergonzoso/horrible/terrible/asco/basura/lamentable/absurdo/tonto/tonta/estupid*/malisimo/malisima/mierda/broma/burla/tomadura/desastre/indignante/incompetente*/inservible/fatal/patetico/patetica/lento/malo/mala/idiota/idiotas/imbecil*',
      very: 'un/una/muy/tan/realmente/totalmente/el/la/super/completamente/peor/pura/puro/una? | de',
    },
    sure: `
      mierda/joder/puta/puto/putos/carajo/coño/hostia/pendejo*/cabron/cabrones/gilipollas/chingad*/maldito/maldita/malditos/cojones/idiota/idiotas/imbecil/imbeciles/verga/huevon*
      es/son/eres/sois/esto/servicio/que/estan <very>? <very>? <bad>
      <bad> servicio/atencion/empresa/bot/robot/app/pagina/compañia
      servicio/atencion/empresa ..2 <bad>
      estoy/quedo/me/muy muy/tan/bastante/super/realmente/mas/estoy? furios*/enojad*/enfadad*/molest*/hart*/cabread*/frustrad*/indignad*/decepcionad*/encabronad*/irritad*/cansad*
      hart*/hasta de/las/los/aqui/narices
      estoy cansad* de
      me ..1 tienen/tiene/teneis hart*/cansad*/podrid*
      ya/basta basta/ya
      el colmo
      cuantas veces ..1 tengo/hay/debo/mas/necesito
      por/es tercera/cuarta/quinta/enesima/la tercera/cuarta/quinta/enesima? vez
      llevo ..2 semanas/dias/horas/meses/años esperando/sin
      nadie ..2 responde/contesta/ayuda/soluciona/atiende/resuelve
      nunca mas
      peor servicio/empresa/experiencia/atencion
      una falta de respeto
      no sirves/sirven/sirve ..1 nada
      no entiendes/entiende nada
      perdida de tiempo
      toma* el pelo
      tomando el pelo
    `,
    except: 'no estoy/es <very>? furios*/enojad*/enfadad*/molest*/malo/mala',
  },
}
