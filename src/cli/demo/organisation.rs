//! The people of the demo organisation, and what their plans say.

use serde_json::{Value, json};

/// The tenant of the demo.
pub const TENANT: &str = "demo";

/// How long before now the data begins, in days.
pub const DAYS: i64 = 210;

/// Whose tokens the demo prints.
pub const EMPLOYEE: &str = "ana.silva";
pub const MANAGER: &str = "ben.okafor";
pub const HR_ADMIN: &str = "hanna.weiss";

/// The head, who manages the managers.
pub const HEAD: &str = "grace.lindqvist";

/// A person: `user_name`, display name, the manager's `user_name`, title, department, time zone.
pub type Person =
    (&'static str, &'static str, Option<&'static str>, &'static str, &'static str, &'static str);

/// Three levels: a head, four managers, and their reports.
pub const PEOPLE: &[Person] = &[
    ("grace.lindqvist", "Grace Lindqvist", None, "Chief Operating Officer", "Management", "Europe/Stockholm"),
    (
        "ben.okafor",
        "Ben Okafor",
        Some("grace.lindqvist"),
        "Head of Engineering",
        "Engineering",
        "Europe/London",
    ),
    ("mei.tanaka", "Mei Tanaka", Some("grace.lindqvist"), "Head of Design", "Design", "Asia/Tokyo"),
    ("luis.romero", "Luis Romero", Some("grace.lindqvist"), "Head of Sales", "Sales", "America/Mexico_City"),
    ("hanna.weiss", "Hanna Weiss", Some("grace.lindqvist"), "Head of People", "People", "Europe/Berlin"),
    ("ana.silva", "Ana Silva", Some("ben.okafor"), "Software Engineer", "Engineering", "Europe/Lisbon"),
    ("tom.becker", "Tom Becker", Some("ben.okafor"), "Software Engineer", "Engineering", "Europe/Berlin"),
    (
        "ravi.menon",
        "Ravi Menon",
        Some("ben.okafor"),
        "Site Reliability Engineer",
        "Engineering",
        "Asia/Kolkata",
    ),
    ("julia.novak", "Julia Novak", Some("ben.okafor"), "Test Engineer", "Engineering", "Europe/Prague"),
    ("sam.carter", "Sam Carter", Some("ben.okafor"), "Data Engineer", "Engineering", "America/Chicago"),
    ("lena.fischer", "Lena Fischer", Some("ben.okafor"), "Software Engineer", "Engineering", "Europe/Vienna"),
    ("omar.haddad", "Omar Haddad", Some("ben.okafor"), "Security Engineer", "Engineering", "Africa/Cairo"),
    ("yuki.sato", "Yuki Sato", Some("mei.tanaka"), "Product Designer", "Design", "Asia/Tokyo"),
    ("clara.dubois", "Clara Dubois", Some("mei.tanaka"), "Researcher", "Design", "Europe/Paris"),
    ("nils.berg", "Nils Berg", Some("mei.tanaka"), "Product Designer", "Design", "Europe/Oslo"),
    ("ines.costa", "Ines Costa", Some("mei.tanaka"), "Illustrator", "Design", "Europe/Lisbon"),
    ("arjun.patel", "Arjun Patel", Some("mei.tanaka"), "Design Engineer", "Design", "Asia/Kolkata"),
    ("kate.murphy", "Kate Murphy", Some("ben.okafor"), "Technical Writer", "Engineering", "Europe/Dublin"),
    ("diego.flores", "Diego Flores", Some("luis.romero"), "Account Manager", "Sales", "America/Mexico_City"),
    ("emma.johnson", "Emma Johnson", Some("luis.romero"), "Account Manager", "Sales", "America/New_York"),
    ("pavel.horak", "Pavel Horak", Some("luis.romero"), "Sales Engineer", "Sales", "Europe/Prague"),
    ("aisha.bello", "Aisha Bello", Some("luis.romero"), "Account Manager", "Sales", "Africa/Lagos"),
    ("marco.ricci", "Marco Ricci", Some("luis.romero"), "Partner Manager", "Sales", "Europe/Rome"),
    ("zoe.martin", "Zoe Martin", Some("luis.romero"), "Sales Analyst", "Sales", "America/Toronto"),
    ("paul.schmidt", "Paul Schmidt", Some("hanna.weiss"), "Recruiter", "People", "Europe/Berlin"),
    ("noor.rahman", "Noor Rahman", Some("hanna.weiss"), "HR Partner", "People", "Europe/Amsterdam"),
    ("eva.kovacs", "Eva Kovacs", Some("hanna.weiss"), "Learning Lead", "People", "Europe/Budapest"),
    ("john.walker", "John Walker", Some("hanna.weiss"), "Payroll Specialist", "People", "America/Denver"),
    ("sara.lund", "Sara Lund", Some("hanna.weiss"), "Recruiter", "People", "Europe/Copenhagen"),
    ("ivan.petrov", "Ivan Petrov", Some("hanna.weiss"), "HR Analyst", "People", "Europe/Sofia"),
];

/// The departments that take part in the cycle.
pub const DEPARTMENTS: [&str; 4] = ["Engineering", "Design", "Sales", "People"];

/// The people as the import takes them.
pub fn csv() -> String {
    let header =
        "external_id,user_name,display_name,email,manager_external_id,department,title,time_zone,active\n";
    PEOPLE.iter().fold(header.to_owned(), |csv, (user_name, name, manager, title, department, zone)| {
        let manager = manager.unwrap_or_default();
        let email = format!("{user_name}@example.com");
        format!("{csv}{user_name},{user_name},{name},{email},{manager},{department},{title},{zone},true\n")
    })
}

/// What a plan says; `variant` picks among several.
pub fn answers(title: &str, variant: usize) -> Value {
    let missions = [
        "Build things that make other people's work calmer, and teach as I go",
        "Help a team do its best work without burning out",
        "Turn what customers tell us into something they did not know to ask for",
        "Be the person others trust with the hard and unclear problems",
    ];
    let values = ["Honesty", "Curiosity", "Family", "Craft", "Fairness", "Health", "Independence"];
    let motivators =
        ["Hard problems", "A steady pace", "Room to decide", "Visible results", "Teaching others"];
    let strengths = ["Clear writing", "Calm in a crisis", "Listening", "Seeing a thing through"];
    let areas =
        ["Delegating", "Speaking to large groups", "Planning beyond a quarter", "Giving hard feedback"];
    let pick =
        |from: &[&'static str], at: usize| from.get((variant + at) % from.len()).copied().unwrap_or_default();
    let item = |name: &str, aligned: &[&str]| json!({"name": name, "aligned_with": aligned});
    json!({
        "mission_statement": pick(&missions, 0),
        "values": (0..5)
            .map(|at| {
                let both = &["short_term", "long_term"];
                item(pick(&values, at), if at % 2 == 0 { &both[..] } else { &both[1..] })
            })
            .collect::<Vec<_>>(),
        "motivators": [item(pick(&motivators, 0), &["short_term"]), item(pick(&motivators, 2), &["long_term"])],
        "short_term_objective": {
            "summary": format!("Grow beyond the role of {title}"),
            "kind": if variant.is_multiple_of(2) { "new_assignment" } else { "current_role_plus" },
            "detail": if variant.is_multiple_of(2) {
                "Lead of a small team"
            } else {
                "Mentor two newer colleagues and own the planning"
            },
        },
        "long_term_objective": {
            "summary": "Lead a department that people want to join",
            "horizon_years": 5 + variant % 5,
        },
        "strengths": [item(pick(&strengths, 0), &["short_term"]), item(pick(&strengths, 1), &["long_term"])],
        "development_areas": [item(pick(&areas, 0), &["short_term"]), item(pick(&areas, 1), &["long_term"])],
    })
}

/// An action of a plan: title, and after how many days it is due.
pub type Action = (&'static str, i64);

pub const ACTIONS: &[Action] = &[
    ("Lead the monthly review", 60),
    ("Take the course on coaching conversations", 120),
    ("Shadow a colleague in the role", 180),
    ("Present the results to another department", 240),
    ("Hand over one duty, with a written guide", 300),
];

/// What was noted in a talk.
pub const NOTES: &[&str] = &[
    "The direction is right. We keep the pace, and look at the second half of the plan next time.",
    "More time for the course: one release is planned later.",
    "The step is bigger than we thought. A smaller one comes first.",
];
