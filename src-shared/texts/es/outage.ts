/** An outage that goes on: what happens next. */
export const outage = {
  outlook: {
    title: 'Qué ocurrirá a continuación',
    off: 'La protección está desactivada: no se apaga nada, y no se sabe cuánto dura la batería.',
    offLasts: 'La protección está desactivada: no se apaga nada. La batería debería durar {{time}} más.',
    unknown:
      'Con lo que comunica este SAI no se puede prever cuándo se cumplirá una condición; Mainstay actúa en cuanto se cumple una.',
    nothing: 'No se espera que actúe ninguna condición antes de que se agote la batería, en aproximadamente {{time}}.',
    beginsNow: 'La cuenta atrás empieza ahora, {{why}}.',
    toldAt: 'Si no vuelve la red eléctrica, en unos {{time}}: {{text}}',
    byOther: '{{name}} decide antes que este SAI: el último paso llega hacia las {{moment}}.',
    byOtherNow: '{{name}} ha llevado al último paso; de este SAI ya no depende nada.',
    endsAt: 'La red eléctrica ha vuelto; si se mantiene, esto acaba en {{time}}.',
    counting: {
      shutdown: 'A las {{moment}} este equipo se apaga. {{reason}}',
      hibernate: 'A las {{moment}} este equipo hiberna. {{reason}}',
      sleep: 'A las {{moment}} este equipo se suspende. {{reason}}',
      command: 'A las {{moment}} se ejecuta su comando. {{reason}}',
    },
    practice: {
      shutdown: 'A las {{moment}} este equipo se apagaría. {{reason}}',
      hibernate: 'A las {{moment}} este equipo hibernaría. {{reason}}',
      sleep: 'A las {{moment}} este equipo se suspendería. {{reason}}',
      command: 'A las {{moment}} se ejecutaría su comando. {{reason}}',
    },
    waiting: {
      shutdown:
        'Si no vuelve la red eléctrica, la cuenta atrás empieza en aproximadamente {{time}}, {{why}}; hacia las {{moment}} este equipo se apaga.',
      hibernate:
        'Si no vuelve la red eléctrica, la cuenta atrás empieza en aproximadamente {{time}}, {{why}}; hacia las {{moment}} este equipo hiberna.',
      sleep:
        'Si no vuelve la red eléctrica, la cuenta atrás empieza en aproximadamente {{time}}, {{why}}; hacia las {{moment}} este equipo se suspende.',
      command:
        'Si no vuelve la red eléctrica, la cuenta atrás empieza en aproximadamente {{time}}, {{why}}; hacia las {{moment}} se ejecuta su comando.',
    },
    wouldWait: {
      shutdown:
        'Si no vuelve la red eléctrica, la cuenta atrás empieza en aproximadamente {{time}}, {{why}}; hacia las {{moment}} este equipo se apagaría.',
      hibernate:
        'Si no vuelve la red eléctrica, la cuenta atrás empieza en aproximadamente {{time}}, {{why}}; hacia las {{moment}} este equipo hibernaría.',
      sleep:
        'Si no vuelve la red eléctrica, la cuenta atrás empieza en aproximadamente {{time}}, {{why}}; hacia las {{moment}} este equipo se suspendería.',
      command:
        'Si no vuelve la red eléctrica, la cuenta atrás empieza en aproximadamente {{time}}, {{why}}; hacia las {{moment}} se ejecutaría su comando.',
    },
    why: {
      timeOnBattery: 'después de {{time}} con batería',
      charge: 'cuando la batería baje del {{percent}}\u00a0%',
      runtime: 'cuando la autonomía baje de {{time}}',
      lowBattery: 'cuando el SAI indique batería baja',
      plan: 'cuando quede lo justo para apagar',
    },
    step: {
      lost: 'La red eléctrica se cortó a las {{time}}.',
      countdown: 'Empezó la cuenta atrás.',
      empty: 'La batería está agotada.',
    },
    estimates: 'Las horas previstas son estimaciones con la carga actual; Mainstay actúa solo según las lecturas.',
    chart: 'Nivel de batería en este corte',
    chartLabel: 'Nivel de batería en este corte: de {{from}} a {{now}} hasta ahora. La tabla contiene los valores.',
    measured: 'Medido',
    expected: {
      learned: 'Previsto, según lo que Mainstay ha aprendido',
      reported: 'Previsto, según la autonomía que comunica el SAI',
      observed: 'Previsto, si sigue como hasta ahora en este corte',
    },
    acts: 'Actúa por debajo del {{percent}}\u00a0%',
    warns: 'Avisa por debajo del {{percent}}\u00a0%',
    low: 'SAI: baja por debajo del {{percent}}\u00a0%',
    now: 'Ahora',
    time: 'Hora',
    noCharge: 'El SAI no comunica el nivel de la batería, así que no hay curva que dibujar.',
  },
};
