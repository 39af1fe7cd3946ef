/** What happens to a UPS, as events tell it: status words coming and going, contact lost and found. */
export const engineEvents = {
  deviceEvent: {
    TRIM: {
      came: '{{name}} está reduciendo la tensión de red, que es demasiado alta. La batería no se usa.',
      went: '{{name}} vuelve a dejar pasar la red eléctrica sin cambios.',
    },
    BOOST: {
      came: '{{name}} está elevando la tensión de red, que es demasiado baja. La batería no se usa.',
      went: '{{name}} vuelve a dejar pasar la red eléctrica sin cambios.',
    },
    TEST: {
      came: '{{name}} ha iniciado una prueba de la batería.',
      went: '{{name}} ha terminado la prueba de la batería.',
    },
    CAL: {
      came: '{{name}} ha empezado a descargar su batería a propósito, para medir su autonomía.',
      went: '{{name}} ha terminado su calibración.',
    },
    BYPASS: {
      came: '{{name}} deja pasar la red eléctrica sin intervenir; en un corte la batería no ayudaría.',
      went: '{{name}} vuelve a proteger la carga tras el bypass.',
    },
    RB: {
      came: '{{name}} pide una batería nueva.',
      went: '{{name}} ya no pide una batería nueva.',
    },
    ALARM: {
      came: '{{name}} comunica una alarma.',
      went: '{{name}} ya no comunica ninguna alarma.',
    },
    OFF: {
      came: '{{name}} ha apagado su salida.',
      went: '{{name}} ha encendido su salida.',
    },
    OVER: {
      came: '{{name}} está sobrecargado: hay más conectado de lo que puede alimentar.',
      went: '{{name}} ya no está sobrecargado.',
    },
    OB: {
      came: '{{name}} funciona con batería: no hay red eléctrica.',
      went: '{{name}} vuelve a funcionar con red eléctrica.',
    },
    LB: {
      came: '{{name}} indica batería baja.',
      went: '{{name}} ya no indica batería baja.',
    },
    FSD: {
      came: '{{name}} está a punto de cortar la alimentación: se ha forzado un apagado.',
      went: '{{name}} ya no anuncia un apagado forzado.',
    },
    answersAgain: '{{name}} vuelve a responder.',
    reports: '{{name}} comunica: {{alarm}}',
    lost: 'Mainstay ha perdido el contacto con {{name}}. {{why}}',
    charge: 'Batería: {{charge}}.',
    chargeAndRuntime: 'Batería: {{charge}}; quedan {{runtime}}.',
  },
};
