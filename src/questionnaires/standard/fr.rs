//! The questions in French.

use super::{Text, Texts};

pub const TEXTS: Texts = [
    Text {
        title: "Mission personnelle",
        guidance: "En une ou deux phrases : qu’espérez-vous accomplir au cours de votre carrière, et pour qui ?",
    },
    Text {
        title: "Valeurs",
        guidance: "Citez les cinq valeurs qui comptent le plus dans votre vie, et rattachez chacune à l’objectif \
                   auquel elle correspond.",
    },
    Text {
        title: "Sources de motivation",
        guidance: "Qu’est-ce qui vous donne de l’énergie au travail ? Pensez au rythme, aux échéances, à la \
                   structure, à la souplesse, à la compagnie et au calme.",
    },
    Text {
        title: "Objectif à court terme",
        guidance: "Où voulez-vous être d’ici 12 mois : à un nouveau poste (lequel ?), ou dans votre rôle actuel \
                   avec des responsabilités supplémentaires (lesquelles ?) ?",
    },
    Text {
        title: "Objectif à long terme",
        guidance: "Quel est le but ultime de votre carrière ? Le reste du plan est conçu en fonction de ce but.",
    },
    Text {
        title: "Points forts",
        guidance: "Sur lesquels de vos points forts allez-vous vous appuyer ? Dites où ils se sont manifestés.",
    },
    Text {
        title: "Axes de développement",
        guidance: "Où devez-vous progresser pour que vos objectifs soient à votre portée ? Rattachez chaque axe à \
                   un objectif.",
    },
    Text {
        title: "Plan d’action",
        guidance: "Que ferez-vous, concrètement, au cours des 12 prochains mois ? Donnez à chaque action une \
                   échéance, et l’axe de développement auquel elle contribue ou l’objectif qu’elle fait avancer.",
    },
];
