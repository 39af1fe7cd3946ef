/** What notifications say: the messages themselves, and why one could not be sent. */
export const engineNotify = {
  notify: {
    message: {
      title: '{{what}}: {{name}}',
      titleMore_one: '{{what}}, y {{count}} más',
      titleMore_many: '{{what}}, y {{count}} más',
      titleMore_other: '{{what}}, y {{count}} más',
      onComputer: '[{{computer}}] {{title}}',
      line: '{{time}} – {{text}}',
      more_one: 'Hay {{count}} evento más en la lista de Mainstay.',
      more_many: 'Hay {{count}} de eventos más en la lista de Mainstay.',
      more_other: 'Hay {{count}} eventos más en la lista de Mainstay.',
      afterQuiet_one: 'Durante las horas de silencio ocurrió una cosa:',
      afterQuiet_many: 'Durante las horas de silencio ocurrieron {{count}} de cosas:',
      afterQuiet_other: 'Durante las horas de silencio ocurrieron {{count}} cosas:',
      briefMains: '{{name}} estuvo sin red eléctrica durante {{seconds, duration}}; ya ha vuelto.',
      briefContact: 'Mainstay estuvo sin contacto con {{name}} durante {{seconds, duration}}; vuelve a responder.',
      simulated: '{{name}} (simulado)',
      mailFoot: 'Enviado por Mainstay en {{computer}}. Lo que envía se elige allí, en Notificaciones.',
    },
    threshold: {
      above: '{{name}}: {{what}}, {{value}}, por encima de su límite de {{limit}}.',
      below: '{{name}}: {{what}}, {{value}}, por debajo de su límite de {{limit}}.',
      back: '{{name}}: {{what}}, {{value}}, de nuevo dentro de su límite de {{limit}}.',
    },
    test: {
      title: 'Prueba de Mainstay',
      text: 'Esto es una prueba. Los eventos de su SAI llegan del mismo modo.',
      silent:
        'No ha habido respuesta en un minuto. La prueba se ha retirado; revise la dirección e inténtelo de nuevo.',
      off: 'Pero el canal está desactivado, así que no entrega ningún evento.',
      nothing: 'Pero no se ha elegido ningún evento para este canal, así que no entrega ninguno.',
      quiet: 'Está en sus horas de silencio: hasta las {{time}} solo entrega los eventos críticos.',
    },
    sent: {
      http: '{{host}} lo ha aceptado (HTTP {{status}}).',
      mail: 'El servidor de correo {{host}} lo ha aceptado: {{said}}',
      mailSome: 'El servidor de correo {{host}} lo ha aceptado, pero no para {{some}}. Compruebe estas direcciones.',
      desktop: 'Se ha mostrado en el escritorio.',
    },
    fault: {
      notFound: 'No hay ningún equipo llamado {{host}}. Compruebe que la dirección esté bien escrita.',
      noNames:
        'Ahora no se puede buscar la dirección {{host}}: no hay conexión a Internet o el servidor de nombres no responde.',
      refused:
        '{{host}} no acepta conexiones en este puerto. Compruebe la dirección y el puerto, y si el servidor está en marcha.',
      unreachable: 'Desde aquí no se puede llegar a {{host}}. Compruebe la red informática.',
      timeout: '{{host}} no responde. Compruebe la dirección y el puerto; puede haber un cortafuegos de por medio.',
      closed: '{{host}} ha cerrado la conexión. Puede que espere otro tipo de cifrado en este puerto.',
      certificateExpired:
        'El certificado de {{host}} ha caducado, así que Mainstay no puede estar seguro de que sea el servidor correcto. Hay que renovarlo allí.',
      certificateName: 'El certificado de {{host}} es para otro nombre. Use el nombre que figura en el certificado.',
      certificateUntrusted:
        'El certificado de {{host}} no está firmado por nadie en quien confíe este equipo. Si el servidor es suyo, instale en él un certificado de confianza o, en el caso del correo, desactive la comprobación.',
      tls: '{{host}} no admite el cifrado solicitado. Compruebe el puerto y el tipo de cifrado.',
      starttls:
        'El servidor de correo {{host}} no ofrece cifrado STARTTLS. Pruebe TLS, normalmente en el puerto 465. Ha dicho: {{said}}',
      login:
        'El servidor de correo {{host}} no acepta el nombre de usuario o la contraseña. Muchos proveedores exigen una contraseña creada para programas. Ha dicho: {{said}}',
      mailLater: 'El servidor de correo {{host}} pide que se le envíe más tarde: {{said}}',
      mailRefused:
        'El servidor de correo {{host}} rechaza el mensaje. Compruebe el remitente y los destinatarios. Ha dicho: {{said}}',
      moved: '{{host}} redirige a otra dirección (HTTP {{status}}). Indique esa dirección.',
      denied: '{{host}} rechaza el token o el secreto (HTTP {{status}}). Indíquelo de nuevo. Ha dicho: {{said}}',
      gone: '{{host}} no conoce esta dirección o este token (HTTP {{status}}). Compruebe ambos. Ha dicho: {{said}}',
      tooLarge: 'El mensaje es demasiado grande para {{host}} (HTTP {{status}}).',
      tooMany: '{{host}} ha recibido demasiados mensajes y pide que se espere (HTTP {{status}}).',
      server: '{{host}} tiene un fallo interno (HTTP {{status}}). Ha dicho: {{said}}',
      notTaken: '{{host}} no acepta el mensaje (HTTP {{status}}). Ha dicho: {{said}}',
      nothingSaid: 'nada más',
      other: 'No se ha podido enviar a {{host}}: {{why}}',
      stopped: 'Mainstay se cerró entretanto.',
      noSecret: 'Falta el secreto, o se indicó para otra dirección. Indíquelo en este canal.',
      noToken: 'Falta el token del bot, o se indicó para otro servidor. Indíquelo en este canal.',
      noPassword: 'Falta la contraseña, o se indicó para otro servidor o usuario. Indíquela en este canal.',
      noDesktop: 'El programa de escritorio de Mainstay no está en marcha, así que nada pudo mostrarlo.',
      notShown: 'El escritorio no lo ha mostrado. {{why}}',
      desktopSilent:
        'El programa de escritorio no ha respondido. Puede que esté ocupado o que la sesión esté bloqueada.',
      keychainLocked:
        'El llavero de este equipo está bloqueado o no existe, así que no se puede leer la contraseña o el token y no se ha enviado nada. Desbloquee el llavero e inténtelo de nuevo; si no basta, reinicie Mainstay.',
      keychainAnother:
        'La contraseña o el token se cifró con un llavero distinto del actual, así que no se puede leer y no se ha enviado nada. Indíquelo de nuevo en el formulario de este canal.',
    },
    outbox: {
      expired: 'Quedó demasiado antiguo para enviarlo. {{why}}',
      tooMany_one: 'Esperaba más de un mensaje; se descartaron los más antiguos.',
      tooMany_many: 'Esperaban más de {{count}} de mensajes; se descartaron los más antiguos.',
      tooMany_other: 'Esperaban más de {{count}} mensajes; se descartaron los más antiguos.',
      discarded: 'Alguien lo ha descartado.',
      channelOff: 'El canal se desactivó o se quitó.',
      unknown: 'Ese mensaje no está en la bandeja de salida. Puede que ya se haya enviado.',
    },
    file: {
      misfit: 'su contenido no es válido',
      damaged:
        'No se puede leer lo que estaba pendiente de envío ({{why}}). Se han perdido los mensajes anteriores a este inicio; los nuevos se envían.',
      notWritten:
        'No se puede guardar en disco la bandeja de salida ({{why}}). Los mensajes se envían, pero lo pendiente se pierde al cerrarse Mainstay. Compruebe el disco.',
      keychain:
        'El llavero de este equipo no acepta el secreto ({{why}}). Desbloquéelo e inténtelo de nuevo; no se ha guardado nada.',
      secrets:
        'No se pueden leer las contraseñas y los tokens de las notificaciones ({{why}}). Vuelva a indicarlos en Notificaciones.',
      keychainLocked:
        'El llavero de este equipo está bloqueado o no existe, así que no se ha guardado nada. Desbloquéelo, reinicie Mainstay e indique de nuevo la contraseña o el token. En un equipo sin llavero, inicie Mainstay con --password-store=basic; entonces se guarda en un archivo que solo su cuenta puede leer.',
      closedLocked:
        'El llavero de este equipo está bloqueado o no existe. No se puede enviar nada a {{channels}} hasta que lo desbloquee y reinicie Mainstay. Las contraseñas y los tokens siguen guardados.',
      closedAnother:
        'Las contraseñas y los tokens de {{channels}} se cifraron con un llavero distinto del actual, así que no se puede enviar nada a esos canales. Indíquelos de nuevo en Notificaciones.',
    },
    beeper: {
      silenced: 'El avisador acústico de {{name}} está desactivado durante las horas de silencio, hasta las {{time}}.',
      ignored:
        'El avisador acústico de {{name}} debía desactivarse durante las horas de silencio, pero el SAI no hizo caso: sigue activado.',
      back: 'Las horas de silencio han terminado; el avisador acústico de {{name}} vuelve a estar activado.',
      stuck:
        'Las horas de silencio han terminado, pero {{name}} no vuelve a activar su avisador acústico. Actívelo en Dispositivo o en el propio SAI.',
      damaged:
        'No se puede leer lo guardado sobre los avisadores acústicos en sus horas de silencio ({{why}}). Compruebe en Dispositivo si alguno sigue desactivado.',
    },
    unknownChannel: 'No hay ningún canal «{{id}}». Puede que se haya quitado.',
  },
};
