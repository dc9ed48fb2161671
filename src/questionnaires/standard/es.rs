//! The questions in Spanish.

use super::{Text, Texts};

pub const TEXTS: Texts = [
    Text {
        title: "Misión personal",
        guidance: "En una o dos frases: ¿qué espera lograr con su carrera profesional, y para quién?",
    },
    Text {
        title: "Valores",
        guidance: "Nombre los cinco valores más importantes de su vida y vincule cada uno con el objetivo en el \
                   que encaja.",
    },
    Text {
        title: "Motivadores",
        guidance: "¿Qué le da energía en el trabajo? Piense en el ritmo, los plazos, la estructura, la \
                   flexibilidad, la compañía y la tranquilidad.",
    },
    Text {
        title: "Objetivo a corto plazo",
        guidance: "¿Dónde quiere estar en un plazo de 12 meses: en un nuevo puesto (¿cuál?) o en su función actual \
                   con responsabilidades añadidas (¿cuáles?)?",
    },
    Text {
        title: "Objetivo a largo plazo",
        guidance: "¿Cuál es el objetivo último de su carrera profesional? El resto del plan se orienta hacia él.",
    },
    Text {
        title: "Fortalezas",
        guidance: "¿En cuáles de sus fortalezas se apoyará? Diga dónde se han manifestado.",
    },
    Text {
        title: "Áreas de desarrollo",
        guidance: "¿En qué debe crecer para que sus objetivos estén a su alcance? Vincule cada área con un \
                   objetivo.",
    },
    Text {
        title: "Plan de acción",
        guidance: "¿Qué hará, en concreto, en los próximos 12 meses? Dé a cada acción una fecha límite, y el área \
                   de desarrollo en la que trabaja o el objetivo que hace avanzar.",
    },
];
