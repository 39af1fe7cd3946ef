/** The frame of every screen, and words that every screen uses. */
export const shell = {
  product: 'Mainstay',
  screens: {
    overview: 'Resumen',
    history: 'Historial',
    energy: 'Energía',
    events: 'Eventos',
    protection: 'Protección',
    battery: 'Batería',
    device: 'Dispositivo',
    devices: 'Dispositivos',
    notifications: 'Notificaciones',
    sharing: 'Compartir',
    preferences: 'Preferencias',
    diagnostics: 'Diagnóstico',
  },
  navigation: {
    label: 'Pantallas',
    skip: 'Ir al contenido',
    watch: 'Vigilar',
    protect: 'Proteger',
    set: 'Configurar',
    unknownTitle: 'Esa pantalla no existe',
    unknownText: 'La dirección no lleva a ninguna parte. Elija una pantalla a la izquierda.',
  },
  common: {
    save: 'Guardar',
    cancel: 'Cancelar',
    close: 'Cerrar',
    retry: 'Reintentar',
    loading: 'Cargando…',
    notReported: 'Sin datos',
    derived: 'calculado',
    derivedWhy: 'El SAI no comunica este dato; lo ha calculado Mainstay.',
    none: 'Ninguno',
    device: 'SAI',
    simulated: 'Simulado',
    simulatedWhy:
      'Este SAI solo existe dentro de Mainstay. Nada de lo que muestra se refiere a su suministro eléctrico.',
    unverified: 'Controlador no verificado',
    unverifiedWhy:
      'Hasta ahora solo nuestro propio simulador ha juzgado este controlador, o su tabla para este fabricante. Compare los valores con la pantalla del SAI.',
    automatic: 'Automático',
    failed: 'No ha funcionado',
  },
  connection: {
    lostTitle: 'Se ha perdido la conexión con Mainstay',
    lostText:
      'Se muestra lo último que se supo, hace {{time}}. La conexión se reintenta automáticamente. La protección funciona en el motor y no depende de esta ventana.',
    deniedTitle: 'Esta ventana no tiene acceso a Mainstay',
    deniedText:
      'El token falta o ya no es válido. Abra el enlace que mostró «mainstay serve» al iniciarse; contiene el token.',
    loadingTitle: 'Conectando con Mainstay',
    loadingText: 'Los primeros valores llegarán en un momento.',
    unreachableTitle: 'Mainstay no responde',
    unreachableText:
      'El motor al que pertenece esta página no está en marcha o no es accesible. La conexión se reintenta automáticamente.',
    problem: 'Mainstay tiene un problema',
    noEngine: 'En este momento no hay conexión con el motor de Mainstay.',
  },
  contact: {
    connecting: 'Conectando',
    live: 'En directo',
    stale: 'Desactualizado',
    lost: 'Sin contacto',
    denied: 'Acceso denegado',
    'in-use': 'Puerto en uso',
    unrecognised: 'No reconocido',
    disabled: 'Desactivado',
  },
  tone: { good: 'Correcto', info: 'Información', warning: 'Advertencia', critical: 'Crítico', unknown: 'Desconocido' },
  age: {
    now: 'Lectura de ahora mismo',
    ago: 'Lectura de hace {{time}}',
    never: 'Aún sin lecturas',
  },
  soon: {
    title: 'Aún no disponible',
    sharing:
      'Aquí otros programas y equipos podrán obtener lo que Mainstay sabe: clientes que hablan el protocolo NUT (RFC 9271), domótica, métricas; y los equipos conectados al mismo SAI se apagarán en orden.',
    sharingNow: 'Hasta entonces, «mainstay serve» muestra estas pantallas en un navegador de otro equipo.',
  },
};
