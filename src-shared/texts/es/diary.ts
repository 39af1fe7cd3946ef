/** The power-quality diary. */
export const diary = {
  diary: {
    range: 'Periodo',
    ranges: { '30d': '30\u00a0d', '90d': '90\u00a0d', '1y': '1\u00a0año' },
    kind: 'Qué mostrar',
    all: 'Todo',
    kinds: {
      sag: 'Huecos',
      swell: 'Sobretensiones',
      boost: 'Elevaciones',
      trim: 'Reducciones',
      battery: 'Con batería',
    },
    one: {
      sag: 'Hueco de tensión',
      swell: 'Sobretensión',
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
    nothingStandsOut: 'Ninguna hora del día ni ningún día de la semana destaca más de lo que explicaría el azar.',
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
      hours: 'En {{inside}} de las {{all}}\u00a0horas en que ocurrió.',
      days: 'En {{inside}} de los {{all}}\u00a0días en que ocurrió.',
    },
    week: 'Horas de la semana',
    grid: '{{kind}} por día de la semana y hora',
    day: 'Día',
    cell: '{{day}}, {{hour}}: {{count}}. Registrado durante {{recorded}}.',
    notRecorded: '{{day}}, {{hour}}: nunca registrado',
    choose: 'Elija una hora para ver solo lo que empezó en ella.',
    chosen_one:
      '{{day}}, de {{from}} a {{to}}: {{count}} entrada empezó en esta hora de la semana. Abajo solo se muestra esa.',
    chosen_many:
      '{{day}}, de {{from}} a {{to}}: {{count}} de entradas empezaron en esta hora de la semana. Abajo solo se muestran esas.',
    chosen_other:
      '{{day}}, de {{from}} a {{to}}: {{count}} entradas empezaron en esta hora de la semana. Abajo solo se muestran esas.',
    showAll: 'Mostrar todas las horas',
    legendNone: 'nunca registrado',
    legendSome: 'con más frecuencia',
    zone: 'Las horas se cuentan en la zona horaria {{zone}}, donde está en marcha Mainstay.',
    how: 'Cómo se ha averiguado',
    nominal: {
      reported: 'La tensión nominal es de {{volts}}, según comunica el SAI.',
      inferred:
        'Se toma {{volts}} como tensión nominal, a partir de las lecturas: el SAI no comunica ninguna, o comunica una que sus lecturas desmienten.',
    },
    bounds:
      'Un hueco de tensión es una lectura por debajo de {{low}} (90\u00a0% de la nominal); una sobretensión, una por encima de {{high}} (110\u00a0%), según los límites de EN 50160 e IEEE 1159. Por debajo del 10\u00a0% cuenta como tiempo con batería.',
    missed:
      'La mayoría de los huecos de tensión duran menos de un segundo. Mainstay pregunta al SAI cada pocos segundos, así que uno breve solo se ve si coincide con una lectura: hubo más de los que figuran aquí. Las elevaciones, las reducciones y las transferencias son las que comunica el propio SAI.',
    coarse:
      'El inicio y la duración se conocen al segundo en el último día, al minuto en el último mes y al cuarto de hora antes de eso.',
    chance:
      'Solo se dice que una hora destaca cuando, al mezclar al azar los mismos días, menos de una de cada mil veces sale igual de desigual, cuando ocurrió al menos cinco veces en tres semanas o más, y con el doble de frecuencia que en un reparto uniforme.',
    recorded: 'En este periodo se registraron {{time}}.',
    list: 'Diario',
    entries: 'Entradas del diario',
    columns: { begin: 'Inicio', kind: 'Qué', length: 'Duración', volts: 'Tensión' },
    notSeen: 'no se vio el final',
    upTo: 'hasta {{time}}',
    more: 'Se muestran los {{shown}} más recientes; el CSV los contiene todos.',
    emptyTitle: 'Nada registrado en este periodo',
    emptyText:
      'El diario se elabora con lo que Mainstay registra mientras está en marcha. Elija un periodo más largo o vuelva más tarde.',
    quiet: 'Nada que contar: no se vio ningún hueco de tensión, sobretensión, elevación, reducción ni corte.',
    ofKindNone: 'No se vio nada de eso en este periodo.',
    csv: 'Guardar como CSV',
    print: 'Imprimir',
    printTitle: 'Diario de la calidad del suministro',
    printed: 'Impreso el {{time}}. Las horas se cuentan en la zona horaria {{zone}}.',
  },
};
