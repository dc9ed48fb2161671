//! What HR sets up before the conversations begin: the directory, a question of its own, templates and a cycle.

use std::collections::HashMap;

use anyhow::Context as _;
use serde_json::{Value, json};

use super::{
    organisation::{self, DAYS, DEPARTMENTS, HR_ADMIN},
    service::{Service, id},
};

pub struct Setup {
    /// The id of the cycle of the year.
    pub cycle: String,
    /// The id of the question of HR's own.
    pub question: String,
    /// Two of the templates that HR offers.
    pub course: Value,
    pub shadowing: Value,
    people: HashMap<String, String>,
}

impl Setup {
    pub async fn create(service: &Service) -> anyhow::Result<Self> {
        let result = service.post(HR_ADMIN, "/people/import", organisation::csv().into()).await?;
        anyhow::ensure!(result["failed"] == 0, "importing people failed: {result}");
        let people = service.get(HR_ADMIN, "/people?limit=100").await?;
        let people = people["items"].as_array().into_iter().flatten();
        let named =
            |person: &Value| Ok((person["user_name"].as_str().unwrap_or_default().into(), id(person)?));
        let people = people.map(named).collect::<anyhow::Result<_>>()?;
        let questionnaire = service.post(HR_ADMIN, "/questionnaires", questionnaire()).await?;
        let cycle = json!({
            "name": format!("Career conversations {}", service.date_in(DAYS).format("%Y")),
            "prepare_by": service.date_in(DAYS + 10),
            "share_by": service.date_in(DAYS + 20),
            "respond_by": service.date_in(DAYS + 30),
            "discuss_by": service.date_in(DAYS + 45),
            "participants": {"departments": DEPARTMENTS},
        });
        service.post(HR_ADMIN, "/action-templates", mentoring()).await?;
        Ok(Self {
            cycle: service.create(HR_ADMIN, "/cycles", cycle).await?,
            question: id(&questionnaire["own_questions"][0])?,
            course: service.post(HR_ADMIN, "/action-templates", course()).await?,
            shadowing: service.post(HR_ADMIN, "/action-templates", shadowing()).await?,
            people,
        })
    }

    /// The id of a person.
    pub fn person(&self, user_name: &str) -> anyhow::Result<&str> {
        self.people.get(user_name).map(String::as_str).with_context(|| format!("no {user_name}"))
    }
}

/// An action item from a template, with what `more` says.
pub fn from_template(template: &Value, more: Value) -> Value {
    let mut item = json!({
        "title": template["title"],
        "description": template["description"],
        "links": template["links"],
        "template_id": template["id"],
    });
    if let (Some(item), Value::Object(more)) = (item.as_object_mut(), more) {
        item.extend(more);
    }
    item
}

fn course() -> Value {
    json!({
        "title": "Take the course on coaching conversations",
        "due_after_days": 120,
        "links": [{
            "url": "https://learning.example.com/courses/771",
            "title": "Coaching conversations",
            "kind": "course",
            "external_id": "course-771",
        }],
        "reference": {"uri": "urn:example:skill:coaching", "name": "Coaching", "framework": "Our skills"},
    })
}

fn shadowing() -> Value {
    json!({
        "title": "Shadow a colleague in the role",
        "description": "A day beside someone who does what you want to do. Write down what surprised you.",
        "due_after_days": 60,
    })
}

fn mentoring() -> Value {
    json!({
        "title": "Mentor a new colleague for three months",
        "description": "Half an hour a week. The People team finds the two of you.",
        "due_after_days": 100,
    })
}

/// The standard questions, and one of HR's own that may stay open.
fn questionnaire() -> Value {
    let texts = [
        ("en", "Support", "How well are you supported in your development here?"),
        ("de", "Unterstützung", "Wie gut werden Sie hier in Ihrer Entwicklung unterstützt?"),
        ("es", "Apoyo", "¿Cuánto apoyo recibe aquí para su desarrollo?"),
        ("fr", "Soutien", "Dans quelle mesure votre évolution est-elle soutenue ici ?"),
        ("ja", "支援", "ここでの成長は、どの程度支援されていますか。"),
    ];
    let text =
        |(language, title, guidance)| json!({"language": language, "title": title, "guidance": guidance});
    json!({
        "languages": texts.map(|(language, _, _)| language),
        "own_questions": [{
            "section": "basic",
            "kind": "scale",
            "scale": {"minimum": 1, "maximum": 5},
            "texts": texts.map(text),
        }],
    })
}
