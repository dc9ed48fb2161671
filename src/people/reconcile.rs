//! Judges the rows of an import by what they lead to together, whatever their order: user names, managers and circles
//! are checked in the directory as it will be. Pure: no database, no clock.
//!
//! A row that cannot be applied is refused, and the person stays as they are: with their user name and their manager.
//! That may refuse other rows, which count on the name or on the place in the hierarchy. Each row is refused at most
//! once, so this ends. The file is long because these judgements depend on each other, and are read together.

use std::collections::HashMap;

use serde_json::{Value, json};

use super::{
    rules::{ImportPerson, check, is_pseudonym, merged, text, trim},
    store::Superior,
};
use crate::{
    entity::person,
    http::{FieldError, ndjson::Row as ReadRow},
    ids::PersonId,
    names,
};

/// A row that has been checked by itself.
#[derive(Debug)]
pub struct CheckedRow {
    pub external_id: Option<String>,
    /// Of a row with faults, only the names are kept, to find all of its faults.
    pub fields: Value,
    pub faults: Vec<FieldError>,
}

impl CheckedRow {
    /// Checks a row by itself.
    pub fn of(ReadRow { fields, mut faults }: ReadRow) -> Self {
        let Some(mut fields) = fields else {
            return Self { external_id: None, fields: Value::Null, faults };
        };
        trim(&mut fields);
        faults.extend(check(&fields));
        let short = |name: &str| text(&fields, name).filter(|text| text.len() <= MAX_SHOWN);
        let external_id = short("external_id").map(str::to_owned);
        if !faults.is_empty() && fields.is_object() {
            // A row that is refused may be long.
            let names = ["user_name", "display_name", "manager_external_id"];
            let names = names.into_iter().filter_map(|name| Some((name.to_owned(), json!(short(name)?))));
            let active = fields.get("active").and_then(Value::as_bool);
            fields =
                Value::Object(names.chain(active.map(|active| ("active".into(), active.into()))).collect());
        }
        Self { external_id, fields, faults }
    }
}

/// Maximum bytes of a name that is kept of a row with faults. An id that is longer is not one: 200 characters have at
/// most 800 bytes.
const MAX_SHOWN: usize = 1_000;

/// The part of the directory that the rows of an import refer to.
#[derive(Debug, Default)]
pub struct Directory {
    /// People by `external_id`.
    pub people: HashMap<String, person::Model>,
    /// The user names that active people hold, as they are compared, with the `external_id`. Several may hold one name
    /// from the time before names were compared without case.
    pub holders: Vec<(String, String)>,
    /// The managers named in the rows, and all people above them.
    pub superiors: Vec<Superior>,
}

impl Directory {
    /// Adds people whom rows refer to. They may have been added before.
    pub fn add(&mut self, people: Vec<person::Model>) {
        for person in people {
            if person.active {
                self.holders.push((names::key(&person.user_name), person.external_id.clone()));
            }
            self.people.insert(person.external_id.clone(), person);
        }
    }
}

/// What becomes of a row.
#[derive(Debug)]
pub struct Judged {
    pub external_id: Option<String>,
    pub errors: Vec<FieldError>,
    /// None if the row is refused.
    pub person: Option<JudgedPerson>,
}

/// A person as a row leaves them.
#[derive(Debug)]
pub struct JudgedPerson {
    pub before: Option<person::Model>,
    pub person: ImportPerson,
    /// Whether the row says who the manager is.
    pub sets_manager: bool,
}

impl JudgedPerson {
    /// The id of the person's manager. `ids` are those of the managers that rows name, by `external_id`.
    pub fn manager_id(&self, ids: &HashMap<String, PersonId>) -> Option<PersonId> {
        if self.sets_manager {
            self.person.manager_external_id.as_ref().and_then(|manager| ids.get(manager)).copied()
        } else {
            self.before.as_ref().and_then(|before| before.manager_id)
        }
    }
}

/// What a new person needs besides the `external_id`.
const NAMES: [&str; 2] = ["user_name", "display_name"];

pub const HELD: &str = "belongs to another person";
const ERASED: &str =
    "is, or has the form of, that of a person whose data was erased; give another external_id";
const OWN_MANAGER: &str = "must not be the person's own external_id";
const CYCLE: &str = "would create a cycle: this manager reports to the person, directly or indirectly";

/// What is wrong with a value that another row has, too.
fn also_in(row: usize) -> String {
    format!("is also used in row {}", row + 1)
}

/// Judges all rows of an import.
pub fn reconcile(rows: Vec<CheckedRow>, directory: Directory) -> Result<Vec<Judged>, serde_json::Error> {
    let Directory { people, holders, superiors } = directory;
    let mut judgement = Judgement::new(rows, people, superiors)?;
    judgement.refuse_cycles();
    judgement.restore_refused();
    judgement.claim_names(holders);
    judgement.restore_refused();
    judgement.explain();
    Ok(judgement.rows.into_iter().map(|row| row.judged).collect())
}

/// A row, and what it wants.
struct Row {
    judged: Judged,
    fields: Value,
    /// Whether another row has the same `external_id`.
    is_duplicate: bool,
    /// The user name that the person holds in the directory, as it is compared.
    held_name: Option<String>,
    /// Whether the person is active in the directory; so is a new person.
    was_active: bool,
    /// Of the person, in the hierarchy.
    node: Option<usize>,
}

/// Who holds a user name.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Holder {
    /// A person who keeps it: no row changes it.
    Fixed,
    Row(usize),
}

/// The directory as the rows that are not refused make it.
struct Judgement {
    rows: Vec<Row>,
    refused: Vec<usize>,
    names: HashMap<String, Holder>,
    hierarchy: Hierarchy,
}

/// Who reports to whom, by `external_id`; managers need not exist yet. Each person is a number, so that walking up a
/// long line is cheap.
#[derive(Default)]
struct Hierarchy {
    nodes: HashMap<String, usize>,
    /// The manager in the directory.
    before: Vec<Option<usize>>,
    /// The manager as the rows make it.
    after: Vec<Option<usize>>,
    /// The row of the person that is applied.
    rows: Vec<Option<usize>>,
}

impl Hierarchy {
    fn node(&mut self, external_id: &str) -> usize {
        if let Some(node) = self.nodes.get(external_id) {
            return *node;
        }
        let node = self.nodes.len();
        self.nodes.insert(external_id.to_owned(), node);
        self.before.push(None);
        self.after.push(None);
        self.rows.push(None);
        node
    }

    fn manager(&self, node: usize) -> Option<usize> {
        self.after.get(node).copied().flatten()
    }

    /// The people above `node` as the rows make them. Ends after as many steps as there are people, should there be a
    /// cycle that does not contain `node`.
    fn above(&self, node: usize) -> impl Iterator<Item = usize> {
        std::iter::successors(self.manager(node), |above| self.manager(*above)).take(self.after.len())
    }

    /// Whether `node` is above itself.
    fn is_in_cycle(&self, node: usize) -> bool {
        self.above(node).any(|above| above == node)
    }

    /// The applied rows that have changed the manager of someone in the cycle of `node`.
    fn rows_of_cycle(&self, node: usize) -> Vec<usize> {
        let rest = self.above(node).take_while(|above| *above != node);
        std::iter::once(node)
            .chain(rest)
            .filter(|person| self.before.get(*person) != self.after.get(*person))
            .filter_map(|person| self.rows.get(person).copied().flatten())
            .collect()
    }
}

impl Judgement {
    fn new(
        rows: Vec<CheckedRow>,
        mut people: HashMap<String, person::Model>,
        superiors: Vec<Superior>,
    ) -> Result<Self, serde_json::Error> {
        let mut hierarchy = Hierarchy::default();
        for superior in superiors {
            let node = hierarchy.node(&superior.external_id);
            let manager = superior.manager_external_id.map(|manager| hierarchy.node(&manager));
            if let Some(before) = hierarchy.before.get_mut(node) {
                *before = manager;
            }
        }
        hierarchy.after.clone_from(&hierarchy.before);
        // The first two rows with each id.
        let mut rows_of: HashMap<String, (usize, Option<usize>)> = HashMap::new();
        for (number, row) in rows.iter().enumerate() {
            if let Some(external_id) = &row.external_id {
                let known = rows_of.entry(external_id.clone());
                known.and_modify(|(_, second)| *second = second.or(Some(number))).or_insert((number, None));
            }
        }
        let mut judged = Vec::with_capacity(rows.len());
        for (number, CheckedRow { external_id, fields, faults: mut errors }) in rows.into_iter().enumerate() {
            let same_id = external_id.as_ref().and_then(|external_id| rows_of.get(external_id));
            let other =
                same_id.and_then(|(first, second)| if *first < number { Some(*first) } else { *second });
            let known = external_id.as_ref().and_then(|external_id| people.get(external_id));
            if let Some(other) = other {
                errors.push(FieldError::new("/external_id", also_in(other)));
            } else if external_id.as_deref().is_some_and(is_pseudonym)
                || known.is_some_and(|known| known.erased_at.is_some())
            {
                errors.push(FieldError::new("/external_id", ERASED));
            } else if known.is_none() && fields.is_object() {
                let missing = NAMES.iter().filter(|name| fields.get(**name).is_none());
                let pointers = missing.map(|name| format!("/{name}"));
                let pointers: Vec<_> = pointers
                    .filter(|pointer| !errors.iter().any(|error| error.pointer == *pointer))
                    .collect();
                let missing = |pointer| FieldError::new(pointer, "is required for a new person");
                errors.extend(pointers.into_iter().map(missing));
            }
            let mut row = Row {
                is_duplicate: other.is_some(),
                held_name: known.filter(|known| known.active).map(|known| names::key(&known.user_name)),
                was_active: known.is_none_or(|known| known.active),
                node: None,
                fields,
                judged: Judged { external_id, errors, person: None },
            };
            if row.judged.errors.is_empty()
                && let Some(external_id) = &row.judged.external_id
            {
                let before = people.remove(external_id);
                let person = merged(before.as_ref(), &row.fields)?;
                let sets_manager = row.fields.get("manager_external_id").is_some();
                let node = hierarchy.node(external_id);
                let manager = person.manager_external_id.as_ref().map(|manager| hierarchy.node(manager));
                if sets_manager && let Some(after) = hierarchy.after.get_mut(node) {
                    *after = manager;
                }
                if let Some(row) = hierarchy.rows.get_mut(node) {
                    *row = Some(number);
                }
                row.node = Some(node);
                row.judged.person = Some(JudgedPerson { before, person, sets_manager });
            }
            judged.push(row);
        }
        Ok(Self { rows: judged, refused: Vec::new(), names: HashMap::new(), hierarchy })
    }

    fn refuse(&mut self, row: usize, pointer: &str, detail: &str) {
        let Some(refused) = self.rows.get_mut(row) else { return };
        if refused.judged.errors.is_empty() {
            refused.judged.errors.push(FieldError::new(pointer, detail));
            self.refused.push(row);
        }
    }

    fn refuse_cycle_of(&mut self, node: usize) {
        for row in self.hierarchy.rows_of_cycle(node) {
            let is_own = self.hierarchy.manager(node) == Some(node);
            self.refuse(row, "/manager_external_id", if is_own { OWN_MANAGER } else { CYCLE });
        }
    }

    /// Refuses the rows of each cycle that the rows make together.
    fn refuse_cycles(&mut self) {
        // The walk that has reached a person; a walk that meets itself has found a cycle.
        let mut walks = vec![None; self.hierarchy.after.len()];
        for start in 0..walks.len() {
            let mut node = Some(start);
            while let Some(present) = node {
                match walks.get_mut(present) {
                    Some(walk @ None) => *walk = Some(start),
                    Some(Some(walk)) if *walk == start => {
                        self.refuse_cycle_of(present);
                        break;
                    }
                    _ => break,
                }
                node = self.hierarchy.manager(present);
            }
        }
    }

    /// Gives each user name to one person: to the one who has it and keeps it, else to the one whose row wants it. If
    /// several rows want it, each is refused: nothing tells which of them is right.
    fn claim_names(&mut self, holders: Vec<(String, String)>) {
        for (name, external_id) in holders {
            let node = self.hierarchy.nodes.get(&external_id);
            match node.and_then(|node| self.hierarchy.rows.get(*node).copied().flatten()) {
                Some(row) if self.wanted_name(row).as_ref() == Some(&name) => {
                    self.names.entry(name).or_insert(Holder::Row(row));
                }
                Some(_) => {}
                None => drop(self.names.insert(name, Holder::Fixed)),
            }
        }
        for number in 0..self.rows.len() {
            let Some(name) = self.wanted_name(number).filter(|_| !self.keeps_name(number)) else { continue };
            match self.names.get(&name).copied() {
                None => drop(self.names.insert(name, Holder::Row(number))),
                Some(Holder::Fixed) => self.refuse(number, "/user_name", HELD),
                Some(Holder::Row(other)) => {
                    self.refuse(number, "/user_name", &also_in(other));
                    if !self.keeps_name(other) {
                        self.refuse(other, "/user_name", &also_in(number));
                    }
                }
            }
        }
    }

    /// The user name that a row makes a person hold, as it is compared; none if the row is refused.
    fn wanted_name(&self, row: usize) -> Option<String> {
        let person = &self.rows.get(row)?.judged.person.as_ref()?.person;
        person.active.then(|| names::key(&person.user_name))
    }

    /// Whether a row leaves the person the user name that they hold.
    fn keeps_name(&self, row: usize) -> bool {
        let held = self.rows.get(row).and_then(|row| row.held_name.as_ref());
        held.is_some() && held == self.wanted_name(row).as_ref()
    }

    fn restore_refused(&mut self) {
        while let Some(row) = self.refused.pop() {
            self.restore(row);
        }
    }

    /// Leaves the person of a refused row as they are in the directory.
    fn restore(&mut self, number: usize) {
        let wanted = self.wanted_name(number);
        let Some(row) = self.rows.get_mut(number) else { return };
        row.judged.person = None;
        let (held, node) = (row.held_name.clone(), row.node);
        if let Some(wanted) = wanted
            && self.names.get(&wanted) == Some(&Holder::Row(number))
        {
            self.names.remove(&wanted);
        }
        if let Some(held) = held
            && let Some(Holder::Row(other)) = self.names.insert(held, Holder::Fixed)
            && !self.keeps_name(other)
        {
            self.refuse(other, "/user_name", HELD);
        }
        let Some(node) = node else { return };
        let before = self.hierarchy.before.get(node).copied().flatten();
        if let Some(after) = self.hierarchy.after.get_mut(node) {
            *after = before;
        }
        if let Some(row) = self.hierarchy.rows.get_mut(node) {
            *row = None;
        }
        if self.hierarchy.is_in_cycle(node) {
            self.refuse_cycle_of(node);
        }
    }

    /// Adds what is wrong with the names and managers of refused rows, so that all errors of a row are named at once.
    fn explain(&mut self) {
        let refused = |row: &&mut Row| !row.judged.errors.is_empty() && !row.is_duplicate;
        for row in self.rows.iter_mut().filter(refused) {
            let Some(external_id) = row.judged.external_id.as_deref() else { continue };
            let errors = &mut row.judged.errors;
            let named =
                |errors: &[FieldError], pointer: &str| errors.iter().any(|error| error.pointer == pointer);
            let active = row.fields.get("active").and_then(Value::as_bool).unwrap_or(row.was_active);
            let name = text(&row.fields, "user_name").filter(|_| active).map(names::key);
            let name = name.filter(|name| row.held_name.as_ref() != Some(name));
            if name.is_some_and(|name| self.names.contains_key(&name)) && !named(errors, "/user_name") {
                errors.push(FieldError::new("/user_name", HELD));
            }
            let manager = text(&row.fields, "manager_external_id");
            if let Some(manager) = manager.filter(|_| !named(errors, "/manager_external_id")) {
                let node = self.hierarchy.nodes.get(external_id);
                let manager_node = self.hierarchy.nodes.get(manager);
                let closes = |node: usize, manager| self.hierarchy.above(manager).any(|above| above == node);
                if manager == external_id {
                    errors.push(FieldError::new("/manager_external_id", OWN_MANAGER));
                } else if node.zip(manager_node).is_some_and(|(node, manager)| closes(*node, *manager)) {
                    errors.push(FieldError::new("/manager_external_id", CYCLE));
                }
            }
        }
    }
}

/// The order in which people are written: the managers among the new people first, since their rows must exist, then
/// the others in the order of the rows. `manager` is the position of a new person's new manager.
pub fn managers_first(managers: &[Option<usize>]) -> Vec<usize> {
    let mut order = Vec::with_capacity(managers.len());
    let mut placed = vec![false; managers.len()];
    for start in 0..managers.len() {
        let mut line = Vec::new();
        let mut next = Some(start);
        while let Some(person) = next {
            match placed.get_mut(person) {
                Some(placed @ false) => *placed = true,
                _ => break,
            }
            line.push(person);
            next = managers.get(person).copied().flatten();
        }
        order.extend(line.into_iter().rev());
    }
    order
}
