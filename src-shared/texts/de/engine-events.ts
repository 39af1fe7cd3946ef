/** What happens to a UPS, as events tell it: status words coming and going, contact lost and found. */
export const engineEvents = {
  deviceEvent: {
    TRIM: {
      came: '{{name}} senkt die zu hohe Netzspannung ab. Die Batterie wird nicht beansprucht.',
      went: '{{name}} gibt die Netzspannung wieder unverändert weiter.',
    },
    BOOST: {
      came: '{{name}} hebt die zu niedrige Netzspannung an. Die Batterie wird nicht beansprucht.',
      went: '{{name}} gibt die Netzspannung wieder unverändert weiter.',
    },
    TEST: {
      came: '{{name}} hat einen Batterietest begonnen.',
      went: '{{name}} hat den Batterietest beendet.',
    },
    CAL: {
      came: '{{name}} hat begonnen, die Batterie absichtlich zu entladen, um die Laufzeit zu ermitteln.',
      went: '{{name}} hat die Kalibrierung beendet.',
    },
    BYPASS: {
      came: '{{name}} leitet das Netz an sich vorbei; bei einem Ausfall würde die Batterie nicht helfen.',
      went: '{{name}} schützt die Last nach dem Bypass wieder.',
    },
    RB: {
      came: '{{name}} verlangt eine neue Batterie.',
      went: '{{name}} verlangt keine neue Batterie mehr.',
    },
    ALARM: {
      came: '{{name}} meldet einen Alarm.',
      went: '{{name}} meldet keinen Alarm mehr.',
    },
    OFF: {
      came: '{{name}} hat den Ausgang ausgeschaltet.',
      went: '{{name}} hat den Ausgang eingeschaltet.',
    },
    OVER: {
      came: '{{name}} ist überlastet: Es ist mehr angeschlossen, als sie versorgen kann.',
      went: '{{name}} ist nicht mehr überlastet.',
    },
    OB: {
      came: '{{name}} läuft auf Batterie: Das Netz ist weg.',
      went: '{{name}} läuft wieder am Netz.',
    },
    LB: {
      came: '{{name}} meldet eine schwache Batterie.',
      went: '{{name}} meldet keine schwache Batterie mehr.',
    },
    FSD: {
      came: '{{name}} schaltet gleich den Strom ab: Ein Herunterfahren wurde erzwungen.',
      went: '{{name}} kündigt kein erzwungenes Herunterfahren mehr an.',
    },
    answersAgain: '{{name}} antwortet wieder.',
    reports: '{{name}} meldet: {{alarm}}',
    lost: 'Mainstay hat den Kontakt zu {{name}} verloren. {{why}}',
    charge: 'Ladung {{charge}}.',
    chargeAndRuntime: 'Ladung {{charge}}, Restlaufzeit {{runtime}}.',
  },
};
