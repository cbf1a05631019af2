/**
 * The words that the lists of leaked passwords begin with, and those that people in our three languages reach for: lower
 * case, without accents. Most are shorter than any password of ours may be; a longer one is made of them.
 */
const WORDS = `
  000000 111111 112233 121212 123123 123321 12345 123456 1234567 12345678 123456789 1234567890 147258369 159753
  1q2w3e 1q2w3e4r 1q2w3e4r5t 1qaz2wsx 555555 654321 666666 696969 777777 888888 987654321 a1b2c3 a1b2c3d4 aa123456
  abc123 abcd1234 abcdef abcdefg abril access admin administracion administrador administrator agosto alejandra
  alejandro amanda amarillo america america1 amigos amistad amizade amor amoreterno amormio amovoce andrea andres
  andrew android angel angeles angelito anthony apple april argentina asdf asdfgh asdfghjkl ashley
  atleticonacional august autumn azerty azul babygirl banana barcelona barranquilla baseball basketball batman
  bemvinda bemvindo bienvenido bienvenidos black blanco blink182 blue boca bocajuniors bogota bolivia bomdia
  bonita branco brasil brazil buenosdias buster cali cambiame camila caracas caramelo carlos carolina catalina
  changeme charlie cheese chile chocolate claudia clave clave123 cliente clientes colombia computador computadora
  computer conexao conexion contrasena contrasenha convidado cookie cookies coracao corazon corinthians corvette
  cristina cristo cristorey cruzeiro daniel daniela december default demo deus deusefiel dezembro diana diciembre
  dios diosesamor domingo dragon ecuador empresa enero escritorio espana estrella euteamo facebook familia febrero
  february fernando ferrari fevereiro fibra flamengo flores flower football forever freedom friday futbol futebol
  gabriel gabriela ginger golden google green gremio guest gustavo harley hello helloworld hermosa hockey hola
  hola123 holamundo hunter hunter2 iloveyou infinito instagram internet inverno invierno invitado iphone isabella
  janeiro january javier jennifer jessica jessie jesucristo jesus jesusteamo jesusvive jordan jorge joshua juan
  juancarlos jueves julho julian julio july june junho junio killer leonardo letmein liberdade libertad lima
  linkinpark linux login lovelove lovely loveme luis luisfernando lunes maio marcelo march marco maria mariana
  mariposa martes marzo master matrix matthew mauricio maverick mayo medellin mercedes metallica meuamor mexico
  miamor mibebe michael michelle microsoft miercoles mifamilia miguel mikrotik millonarios minecraft mivida monday
  monkey motdepasse mustang nacional naruto natalia negro nicolas nicole ninja nirvana november novembro noviembre
  october octubre oficina orange outubro p@ssw0rd palmeiras paola paraguay parasempre passw0rd password password1
  passwort patricia pepper peru phoenix pokemon porsche preto primavera princesa princess provisional provisoria
  prueba pruebas purple q1w2e3r4 qazwsx qazwsxedc quito qwerty qwerty123 qwertyuiop qwertz ranger realmadrid red
  ricardo riodejaneiro riverplate robert roberto rodrigo rojo root rosa rosas router sabado samantha samsung
  santiago santiagodechile santos saopaulo saopaulofc saturday sebastian secret secreto segredo senha senha123
  september septiembre setembro shadow siempre silver snoopy soccer sofia solo1 soporte spiderman spring starlink
  starwars summer sunday sunshine superman suporte support teadoro teamo teamo123 teamoamor teamomucho temporal
  temporario tequiero tequieromucho test test123 teste teste123 testing thomas thursday tigger toor toyota trabajo
  trabalho trocar trustno1 tuesday ubiquiti ubnt ubuntu uruguay user usuario valentina vanessa vasco venezuela
  verano verao verde vermelho veronica viernes wednesday welcome whatever whatsapp white wifi william windows
  winter wisphub yamaha yellow youtube zaq12wsx zxcvbn zxcvbnm
  1qaz2wsx3edc qazwsxedcrfv qwerasdfzxcv zaq12wsxcde3 qwer1234asdf 1234qwerasdf asdfqwer1234
`;

export const COMMON_PASSWORDS: ReadonlySet<string> = new Set(WORDS.trim().split(/\s+/));
