//! The questions in German.

use super::{Text, Texts};

pub const TEXTS: Texts = [
    Text {
        title: "Persönliche Mission",
        guidance: "In ein oder zwei Sätzen: Was möchten Sie mit Ihrem Berufsleben erreichen, und für wen?",
    },
    Text {
        title: "Werte",
        guidance: "Nennen Sie die fünf Werte, die in Ihrem Leben am wichtigsten sind, und ordnen Sie jeden dem \
                   Ziel zu, zu dem er passt.",
    },
    Text {
        title: "Antriebe",
        guidance: "Was gibt Ihnen bei der Arbeit Energie? Denken Sie an Tempo, Termine, Struktur, Flexibilität, \
                   Gesellschaft und Ruhe.",
    },
    Text {
        title: "Kurzfristiges Ziel",
        guidance: "Wo möchten Sie innerhalb von 12 Monaten sein: in einer neuen Aufgabe (in welcher?) oder in \
                   Ihrer jetzigen Rolle mit zusätzlichen Pflichten (mit welchen?)?",
    },
    Text {
        title: "Langfristiges Ziel",
        guidance: "Was ist das oberste Ziel Ihres Berufslebens? Der übrige Plan wird darauf zugeschnitten.",
    },
    Text {
        title: "Stärken",
        guidance: "Auf welchen Ihrer Stärken werden Sie aufbauen? Sagen Sie, wo sie sich gezeigt haben.",
    },
    Text {
        title: "Entwicklungsfelder",
        guidance: "Wo müssen Sie wachsen, damit Ihre Ziele erreichbar werden? Ordnen Sie jedes Feld einem Ziel zu.",
    },
    Text {
        title: "Aktionsplan",
        guidance: "Was genau werden Sie in den nächsten 12 Monaten tun? Geben Sie jeder Aktion ein \
                   Fälligkeitsdatum und das Entwicklungsfeld, an dem sie arbeitet, oder das Ziel, das sie \
                   voranbringt.",
    },
];
