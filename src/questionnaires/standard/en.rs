//! The questions in English.

use super::{Text, Texts};

pub const TEXTS: Texts = [
    Text {
        title: "Personal mission",
        guidance: "In a sentence or two: what do you hope to achieve through your career, and for whom?",
    },
    Text {
        title: "Values",
        guidance: "Name the five values that matter most in your life, and tie each to the objective it fits.",
    },
    Text {
        title: "Motivators",
        guidance: "What gives you energy at work? Think of pace, deadlines, structure, flexibility, company and \
                   quiet.",
    },
    Text {
        title: "Short-term objective",
        guidance: "Where do you want to be within 12 months: in a new assignment (which one?), or in your current \
                   role with added duties (which ones?)",
    },
    Text {
        title: "Long-term objective",
        guidance: "What is the ultimate objective of your career? The rest of the plan is tailored towards it.",
    },
    Text {
        title: "Strengths",
        guidance: "Which of your strengths will you build on? Say where they have shown.",
    },
    Text {
        title: "Development areas",
        guidance: "Where must you grow so that your objectives come within reach? Tie each area to an objective.",
    },
    Text {
        title: "Action plan",
        guidance: "What, specifically, will you do in the next 12 months? Give each action a due date, and the \
                   development area it works on or the objective it advances.",
    },
];
