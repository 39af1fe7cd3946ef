/** The countdown, in its window, as a banner and in the outage view. */
export const countdown = {
  countdown: {
    label: 'Cuenta atrás',
    left: 'Tiempo restante de la cuenta atrás',
    at: 'A las {{time}}',
    aloud: '{{what}} menos de {{time}}.',
    show: 'Ver la cuenta atrás',
    open: 'Abrir Mainstay',
    cancel: 'Cancelar la cuenta atrás',
    postpone: 'Aplazar',
    postponeBy: 'Aplazar {{time}}',
    after: 'Después, {{name}} corta la salida y la devuelve cuando hay red eléctrica.',
    afterNot: '{{name}} sigue encendido después.',
    noPostpone: 'No se puede aplazar: {{why}}',
    noCancel: 'No se puede cancelar: {{why}}',
    now: {
      shutdown: 'Apagar ahora',
      hibernate: 'Hibernar ahora',
      sleep: 'Suspender ahora',
      command: 'Ejecutar el comando ahora',
    },
    nowTitle: '¿{{what}}?',
    nowText: {
      shutdown:
        'Este equipo se apaga de inmediato, sin el resto de la cuenta atrás. Se pide a los programas que terminen; lo que no esté guardado se pierde.',
      hibernate:
        'Este equipo hiberna de inmediato, sin el resto de la cuenta atrás. Lo que está abierto se conserva en su disco.',
      sleep:
        'Este equipo se suspende de inmediato, sin el resto de la cuenta atrás. Lo que no esté guardado se pierde cuando se agote la batería.',
      command:
        'Su propio comando se ejecuta de inmediato, sin el resto de la cuenta atrás. Este equipo sigue encendido.',
    },
    practise: 'Practicarlo ahora',
    practice: 'No se apagará nada de verdad.',
    nowPractice: 'El último paso se practica de inmediato. No se apagará nada de verdad.',
    over: 'La cuenta atrás ha terminado; ya no queda nada que adelantar.',
    committed: {
      shutdown: 'Apagándose ahora',
      hibernate: 'Hibernando ahora',
      sleep: 'Suspendiéndose ahora',
      command: 'Su comando se está ejecutando',
    },
    committedPractice: 'Se practica el último paso',
    noneTitle: 'No hay ninguna cuenta atrás en curso',
    noneText: 'No se va a apagar nada.',
    noneOnBattery: 'Este equipo está con batería, pero aún no se cumple ninguna condición.',
  },
};
