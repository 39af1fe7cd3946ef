/** Ports, devices and agents: why one cannot be opened or read, and what to do. */
export const engineTransports = {
  port: {
    missing:
      'Il n’y a pas de port {{path}}. L’adaptateur n’est pas branché, ou porte maintenant un autre nom. Branchez-le, ou choisissez le port de nouveau.',
    notSerial: '{{path}} n’est pas un port série. Choisissez l’un des ports sous «\u202fAppareils\u202f».',
    notOpened: '{{path}} n’a pas pu être ouvert\u202f: {{reason}}. Débranchez l’adaptateur et rebranchez-le.',
    denied:
      'Votre compte n’a pas le droit d’ouvrir {{path}}. Autorisez Mainstay à l’utiliser, ou démarrez Mainstay depuis un compte qui en a le droit.',
    deniedLinux:
      'Votre compte n’a pas le droit d’ouvrir {{path}}. Il appartient au groupe {{group}}. Exécutez\u202f: {{command}}   Fermez ensuite la session et rouvrez-la.',
    inUse:
      'Un autre programme occupe {{path}}, Mainstay ne peut donc pas lire l’onduleur. Fermez ce programme (souvent NUT, apcupsd, ModemManager ou un terminal).',
    inUseLinux:
      'Un autre programme occupe {{path}}, Mainstay ne peut donc pas lire l’onduleur. Fermez ce programme (souvent NUT, apcupsd, ModemManager ou un terminal). Pour savoir lequel\u202f: {{command}}',
    adapterMissing:
      'Non branché\u202f: {{adapter}}. Branchez l’adaptateur sur n’importe quelle prise\u202f; il est trouvé automatiquement.',
    gone: 'Le port {{path}} a disparu\u202f: le câble ou son adaptateur a été débranché.',
    adapter: 'Adaptateur série USB {{numbers}}',
    adapterWithSerial: 'Adaptateur série USB {{numbers}}, numéro de série {{serial}}',
    anyProduct: 'quelconque',
    ambiguous: '{{number}} appareils {{device}} sont branchés, et l’adresse n’indique pas lequel. Utilisez {{names}}.',
    nodeMissing:
      '{{path}} n’existe pas. L’onduleur est débranché, ou revenu sous un autre nom\u202f: une adresse d’après ses numéros (hid:051d:0002) reste la même.',
    hidMissing: 'Aucun appareil USB {{device}} n’est branché. Vérifiez le câble entre l’onduleur et cet ordinateur.',
    otherPort: 'Aucun appareil {{device}} n’est branché sur le port {{port}}\u202f; il y a {{kin}}.',
    otherSerial: 'Aucun appareil {{device}} portant le numéro de série {{serial}} n’est branché\u202f; il y a {{kin}}.',
    nutDriver: 'le pilote {{name}} de NUT',
    powerPanel: 'PowerPanel de CyberPower (pwrstatd)',
    process: '{{program}} (processus {{pid}})',
    device: 'L’appareil',
    described: '{{name}} ({{numbers}})',
    describedAtPort: '{{name}} ({{numbers}}) sur le port USB {{port}}',
    hidDeniedMac:
      'Cet utilisateur n’a pas le droit d’ouvrir {{device}}. Autorisez Mainstay sous Réglages Système, Confidentialité et sécurité, Surveillance de l’entrée.',
    hidDenied:
      'Cet utilisateur n’a pas le droit d’ouvrir {{device}}. Démarrez Mainstay avec un utilisateur qui a accès à l’appareil.',
    hidDeniedLinux:
      'Cet utilisateur n’a pas le droit d’ouvrir {{device}}. Placez les règles de Mainstay dans {{file}} (elles sont fournies avec lui\u202f; la ligne pour cet appareil est {{rule}}), puis exécutez\u202f: {{command}}. Sur une machine sans bureau, l’utilisateur doit aussi faire partie du groupe plugdev.',
    taken:
      '{{device}} a été retiré au pilote HID du système par un programme qui s’est terminé depuis. Pour le rendre, débranchez le câble et rebranchez-le.',
    takenLinux:
      '{{device}} a été retiré au pilote HID du système par un programme qui s’est terminé depuis. Pour le rendre, débranchez le câble et rebranchez-le, ou exécutez\u202f: {{command}}.',
    takenBy:
      '{{device}} est utilisé par {{holder}}, qui l’a retiré au pilote HID du système. Un seul des deux peut le surveiller\u202f: arrêtez ce programme, puis débranchez le câble et rebranchez-le.',
    takenByLinux:
      '{{device}} est utilisé par {{holder}}, qui l’a retiré au pilote HID du système. Un seul des deux peut le surveiller\u202f: arrêtez ce programme, puis débranchez le câble et rebranchez-le, ou exécutez\u202f: {{command}}.',
    hidInUse: '{{device}} est utilisé par un autre programme. Fermez ce qui surveille aussi cet onduleur.',
    hidGone: '{{device}} a disparu.',
    hidNotOpened: '{{device}} n’a pas pu être ouvert\u202f: {{reason}}. Débranchez son câble et rebranchez-le.',
    noDescriptor:
      'Le descripteur de rapport de {{device}}, sans lequel ses rapports n’ont pas de sens, n’a pas pu être lu\u202f: {{why}}.',
    notInRegistry: 'il ne figure pas dans le registre d’E/S',
    noDescriptorWindows:
      'Le descripteur de rapport de {{device}}, sans lequel ses rapports n’ont pas de sens, n’a pas pu être lu\u202f: {{why}}. Pour cela, PowerShell doit être autorisé à s’exécuter.',
    windowsSilent: 'Windows n’a rien fourni',
    descriptorMissing:
      '{{device}} n’a fourni aucun descripteur de rapport, sans lequel ses rapports n’ont pas de sens. Débranchez son câble et rebranchez-le.',
    noRecorded: '{{why}} Mainstay n’en a pas non plus d’enregistré pour ce modèle.',
    recordedInstead:
      '{{why}} Mainstay utilise à sa place celui enregistré sur un {{name}} ({{source}}). Un autre micrologiciel peut en avoir un autre\u202f: comparez les valeurs avec l’affichage de l’onduleur.',
    agent: '{{host}}, port {{port}}',
    snmp3Silent:
      '{{who}} ne répond pas en SNMP version 3. Vérifiez l’adresse, l’utilisateur et ses mots de passe, et que SNMP version 3 est activé sur la carte.',
    snmpSilent:
      '{{who}} ne répond pas en SNMP version {{version}}. Les agents se taisent quand la communauté n’est pas la leur\u202f: vérifiez-la, ainsi que l’adresse, et que SNMP version {{version}} est activé sur la carte.',
    snmpUnreachable:
      '{{who}} est injoignable ({{why}}). Vérifiez l’adresse et le port, et que SNMP est activé sur la carte.',
    snmpGarbled: '{{who}} répond, mais pas en SNMP version {{version}}. Vérifiez le port et la version.',
    snmpRefused:
      '{{who}} refuse l’utilisateur ({{why}}). Vérifiez l’utilisateur, les mots de passe et les protocoles d’authentification et de chiffrement.',
    unknownHost: 'L’hôte «\u202f{{host}}\u202f» est inconnu ({{why}}). Vérifiez son nom, ou indiquez son adresse.',
    otherPassword: 'sa réponse est signée avec un autre mot de passe',
    otherPrivacy: 'sa réponse ne peut pas être déchiffrée',
    wasClosed: 'le port a été fermé',
    isClosed: 'le port est fermé',
    unplugged: '{{device}} a été débranché.',
  },
};
