/** The power-quality diary. */
export const diary = {
  diary: {
    range: 'Periodo',
    ranges: { '30d': '30\u00a0d', '90d': '90\u00a0d', '1y': '1\u00a0año' },
    kind: 'Qué mostrar',
    all: 'Todo',
    kinds: {
      sag: 'Bajadas',
      swell: 'Subidas',
      boost: 'Elevaciones',
      trim: 'Reducciones',
      battery: 'Con batería',
    },
    one: {
      sag: 'Bajada',
      swell: 'Subida',
      boost: 'Elevación',
      trim: 'Reducción',
      battery: 'Con batería',
    },
    what: {
      sag: 'Red eléctrica por debajo de {{volts}}',
      swell: 'Red eléctrica por encima de {{volts}}',
      boost: 'El SAI elevó la tensión',
      trim: 'El SAI redujo la tensión',
      battery: 'La batería alimentó la carga',
    },
    noVoltage: 'El SAI no comunica la tensión de red',
    totals: 'Qué ha ocurrido',
    standsOut: 'Qué destaca',
    nothingStandsOut: 'Ninguna hora del día ni día de la semana destaca más de lo que explica el azar.',
    pattern: {
      hours:
        '{{kind}}: sobre todo entre {{from}} y {{to}}, con {{times}} veces la frecuencia que habría si la hora no influyera.',
      workdays:
        '{{kind}}: sobre todo en días laborables entre {{from}} y {{to}}, con {{times}} veces la frecuencia que habría si la hora no influyera.',
      weekend:
        '{{kind}}: sobre todo en fines de semana entre {{from}} y {{to}}, con {{times}} veces la frecuencia que habría si la hora no influyera.',
      someDays:
        '{{kind}}: sobre todo entre {{from}} y {{to}} en {{days}}, con {{times}} veces la frecuencia que habría si la hora no influyera.',
      days: '{{kind}}: sobre todo en {{days}}, con {{times}} veces la frecuencia que habría si el día no influyera.',
    },
    support: {
      hours: 'En {{inside}} de las {{all}} horas en que ocurrió.',
      days: 'En {{inside}} de los {{all}} días en que ocurrió.',
    },
    week: 'Horas de la semana',
    grid: '{{kind}} por día de la semana y hora',
    day: 'Día',
    cell: '{{day}}, {{hour}}: {{count}}. Registrado durante {{recorded}}.',
    notRecorded: '{{day}}, {{hour}}: nunca registrado',
    choose: 'Elija una hora para ver solo lo que empezó en ella.',
    chosen_one:
      '{{day}}, de {{from}} a {{to}}: {{count}} entrada empezó en esta hora de la semana. Abajo solo figura esa.',
    chosen_many:
      '{{day}}, de {{from}} a {{to}}: {{count}} de entradas empezaron en esta hora de la semana. Abajo solo figuran esas.',
    chosen_other:
      '{{day}}, de {{from}} a {{to}}: {{count}} entradas empezaron en esta hora de la semana. Abajo solo figuran esas.',
    showAll: 'Mostrar todas las horas',
    legendNone: 'nunca registrado',
    legendSome: 'más a menudo',
    zone: 'Las horas se cuentan en la zona horaria {{zone}}, donde está en marcha Mainstay.',
    how: 'Cómo se sabe esto',
    nominal: {
      reported: 'La tensión nominal es {{volts}}, según comunica el SAI.',
      inferred:
        'Se toma {{volts}} como tensión nominal, según las lecturas: el SAI no comunica ninguna, o una que sus lecturas desmienten.',
    },
    bounds:
      'Una bajada es una lectura por debajo de {{low}} (90\u00a0% de la nominal); una subida, una por encima de {{high}} (110\u00a0%), según los límites de EN 50160 e IEEE 1159. Por debajo del 10\u00a0% cuenta como tiempo con batería.',
    missed:
      'La mayoría de las bajadas duran menos de un segundo. Mainstay pregunta al SAI cada pocos segundos, así que una breve solo se ve si coincide con una lectura: hubo más de las que figuran aquí. Las elevaciones, las reducciones y las transferencias son las que comunica el propio SAI.',
    coarse:
      'El inicio y la duración se conocen con precisión de segundos en el último día, de un minuto en el último mes y de un cuarto de hora antes de eso.',
    chance:
      'Solo se dice que una hora destaca cuando menos de una de cada mil mezclas de los mismos días resulta tan desigual, ocurrió al menos cinco veces en tres semanas o más, y con el doble de frecuencia que en un reparto uniforme.',
    recorded: 'En este periodo se registraron {{time}}.',
    list: 'Diario',
    entries: 'Entradas del diario',
    columns: { begin: 'Inicio', kind: 'Qué', length: 'Duración', volts: 'Tensión' },
    notSeen: 'no se vio el final',
    upTo: 'hasta {{time}}',
    more: 'Se muestran los {{shown}} más recientes; el CSV los contiene todos.',
    emptyTitle: 'Nada registrado en este periodo',
    emptyText:
      'El diario se escribe con lo que Mainstay registra mientras está en marcha. Elija un periodo más largo o vuelva más tarde.',
    quiet:
      'Nada que contar: no se vio ninguna bajada ni subida de la tensión, ninguna elevación, ninguna reducción ni ningún corte.',
    ofKindNone: 'No se vio ninguna en este periodo.',
    csv: 'Guardar como CSV',
    print: 'Imprimir',
    printTitle: 'Diario de la calidad eléctrica',
    printed: 'Impreso el {{time}}. Las horas se cuentan en la zona horaria {{zone}}.',
  },
};
