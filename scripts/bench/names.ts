// Given and family names of Spanish and Portuguese America, the frequent ones first, with the spellings that people mix up.

const words = (text: string): readonly string[] => text.trim().split(/\s+/);

export const SPANISH_GIVEN = words(`
  José María Juan Luis Carlos Ana Jorge Luz Martha Sandra Diana Andrés Jesús Miguel Pedro Paola
  Carolina Claudia Gloria Blanca Rosa Laura Daniel David Diego Camilo Felipe Alejandro Sebastián
  Santiago Nicolás Mateo Samuel Valentina Daniela Natalia Catalina Marcela Adriana Patricia Mónica
  Liliana Yolanda Nelly Fanny Gladys Myriam Olga Beatriz Elizabeth Cecilia Esperanza Consuelo Amparo
  Teresa Isabel Carmen Francisco Manuel Antonio Rafael Fernando Ricardo Eduardo Enrique Alberto
  Alfonso Álvaro Armando Arturo Augusto César Darío Edgar Edwin Efraín Emilio Ernesto Fabián Fabio
  Félix Flor Freddy Gabriel Germán Gilberto Gonzalo Guillermo Gustavo Harold Héctor Henry Hernán
  Hernando Hugo Humberto Iván Jaime Jairo Javier Xavier Jefferson Yeferson Jhon John Jonathan Yonatan
  Jeison Yeison Johana Yohana Joana Jessica Yesica Yessica Jenny Yenny Yeny Yuli Yulieth Julieth
  Julián Julia Julio Karen Karina Katherine Catherine Kevin Kelly Leidy Leydi Lady Leonardo Leonor
  Lina Lorena Lucía Lucila Ludy Magda Manuela Marco Margarita Mariana Maribel Maritza Marlon Martín
  Mauricio Maximiliano Mayerly Mercedes Milena Milton Nancy Néstor Nubia Octavio Omar Orlando Óscar
  Osvaldo Oswaldo Pablo Paula Pilar Ramiro Ramón Raúl René Rigoberto Roberto Rodrigo Rocío Rogelio
  Rosalba Rubén Ruth Salvador Samantha Sara Saúl Sergio Silvia Sofía Sonia Stella Susana Tania Tatiana
  Tomás Uriel Valeria Vanessa Verónica Víctor Vicente Viviana Walter Wilmer Wilson William Willian
  Wendy Xiomara Ximena Jimena Yadira Yamile Yamileth Yaneth Janeth Yasmín Jazmín Yesid Yeimi Yuri Yury
  Zoraida Zulma Ángel Ángela Ángelica Íngrid Inés Irma Isabella Isabela Brayan Bryan Brian Stiven
  Steven Esteban Estefanía Stefany Shirley Sharon Ginna Gina Giovanny Geovanny Jovani Dayana Daiana
  Deisy Deysi Doris Dora Edilma Elvia Elsa Ema Emma Erika Érica Eugenia Eva
`);

export const SPANISH_FAMILY = words(`
  Rodríguez Gómez González Martínez García López Hernández Sánchez Ramírez Pérez Díaz Muñoz Rojas
  Moreno Jiménez Vargas Torres Ortiz Gutiérrez Castro Ruiz Álvarez Valencia Suárez Herrera Romero
  Cárdenas Mejía Quintero Rincón Restrepo Giraldo Vásquez Ospina Arias Cardona Marín Morales Parra
  Osorio Zapata Castillo Salazar Henao Londoño Montoya Medina Ríos Acosta Mendoza Guerrero Bedoya
  Correa Gil Franco Duque Aguirre Betancur Velásquez Ramos Cruz Núñez Peña Ávila Ibáñez Cortés Delgado
  Molina Contreras Aristizábal Serna Arango Jaramillo Vélez Uribe Mesa Echeverri Posada Zuluaga
  Tabares Agudelo Bermúdez Carvajal Caicedo Angulo Mosquera Córdoba Palacios Murillo Rentería Hurtado
  Perea Cuesta Ibargüen Lozano Padilla Pacheco Polo Barrios Julio Ortega Navarro Meza Villa Blanco
  Beltrán Bernal Bohórquez Buitrago Caballero Calderón Camacho Cano Carrillo Casas Castañeda Castaño
  Chacón Chaparro Cifuentes Clavijo Cuervo Daza Escobar Espinosa Espinoza Estrada Fajardo Forero
  Fuentes Galeano Galindo Gallego Galvis Garzón Gaviria Grisales Guzmán Higuera Hincapié Holguín
  Infante Lara Leal León Linares Loaiza Lugo Maldonado Manrique Marulanda Mateus Melo Méndez Merchán
  Mina Miranda Monsalve Mora Nieto Niño Ocampo Orozco Ordóñez Orjuela Pabón Páez Pardo Patiño Pineda
  Pinto Pinzón Prada Prieto Pulido Quiceno Quiñones Quiroga Reyes Riaño Rico Rivas Rivera Roa Robles
  Roldán Rosero Rubio Rueda Saavedra Salas Salcedo Salgado Santamaría Santos Sarmiento Sepúlveda
  Serrano Sierra Silva Solano Sosa Soto Tamayo Tejada Téllez Tobón Toro Tovar Triana Trujillo Urrego
  Valderrama Vallejo Vanegas Varela Vega Velandia Velasco Vera Vergara Villamil Villegas Yepes
  Zambrano Zamora Zúñiga Estupiñán Güiza Huertas Quispe Mamani Huamán Guamán Flores Chávez Vilca
  Condori Bargas Nuñes Baldés Himénez Gonzales Peres
`);

export const PORTUGUESE_GIVEN = words(`
  João Maria José Antônio Francisco Ana Carlos Paulo Pedro Lucas Luiz Marcos Luís Gabriel Rafael
  Daniel Marcelo Bruno Eduardo Felipe Rodrigo Adriana Juliana Márcia Fernanda Patrícia Aline Sandra
  Camila Amanda Bruna Jéssica Letícia Júlia Luciana Vanessa Mariana Gabriela Vera Larissa Cláudia
  Beatriz Conceição Graça Thaís Vinícius Otávio Inácio Estêvão Xavier Washington Wellington Walter
  Valter Thiago Tiago Simão Raimundo Sebastião Aparecida Rosângela Terezinha Benedito
`);

export const PORTUGUESE_FAMILY = words(`
  Silva Santos Oliveira Souza Sousa Lima Pereira Ferreira Costa Rodrigues Almeida Nascimento Alves
  Carvalho Araújo Ribeiro Gonçalves Barbosa Martins Rocha Melo Dias Cardoso Teixeira Moreira Correia
  Mendonça Mendes Magalhães Simões Assunção Conceição França Lourenço Bragança Guimarães Queirós
  Queiroz Munhoz Coelho Cavalcanti Nogueira Machado Monteiro Moura Freitas Fernandes Batista Campos
  Cunha Pinto Reis Vieira Lopes Gomes Antunes Leitão Brandão Falcão Galvão
`);

/** Of these, names are made that hardly anybody has; a directory is full of them. */
export const SYLLABLES = words(`
  ba be bo ca ce co cu da de di do fa fe ga go gui ha he hua ja je jo la le li lo lla ma me mi mo na ne ni no ña
  pa pe pi po que qui ra re ri ro sa se si so ta te ti to tu va ve vi vo ya yo za zo
`);
export const NAME_ENDS = words('n r s z l no ro les rez nga ga');

export const SETTLEMENTS = ['Barrio', 'Urbanización', 'Vereda', 'Sector', 'Conjunto', 'Jardim'];
export const SETTLEMENT_NAMES = [
  ...[
    'San José',
    'La Esperanza',
    'El Prado',
    'Santa María',
    'Los Rosales',
    'Villa Nueva',
    'El Carmen',
    'La Loma',
  ],
  ...['Bolívar', 'Las Peñas', 'Centro', 'San Antonio', 'Rosario', 'El Bosque', 'La Floresta'],
];
export const CITIES = words(`
  Medellín Bello Itagüí Envigado Rionegro Apartadó Turbo Bogotá Soacha Cali Palmira Buenaventura Popayán Pasto
  Ipiales Villavicencio Cúcuta Armenia Pereira Manizales
`);
