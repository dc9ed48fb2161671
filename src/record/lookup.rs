//! Rows by which others are found. They follow from a column of JSON, so a change writes them by itself: code that
//! writes a plan or an action item cannot forget them.

use sea_orm::DbErr;

use crate::{
    db::Transaction,
    entity::{action_item_link, plan_reference},
    ids::{ActionItemId, PlanId},
};

/// The rows by which a plan or an action item is found from now on. `replaces` tells whether there may be others.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Lookup {
    /// The references in a plan's working copy, which has revision 0, or in a revision.
    References { plan: PlanId, revision: i32, replaces: bool, rows: Vec<plan_reference::Model> },
    /// The links of an action item with an id in another system.
    Links { item: ActionItemId, replaces: bool, rows: Vec<action_item_link::Model> },
}

/// The rows that a change has collected. They are written with its commit.
#[derive(Debug, Default)]
pub struct Lookups(Vec<Lookup>);

impl Lookups {
    pub fn add(&mut self, lookups: impl IntoIterator<Item = Lookup>) {
        self.0.extend(lookups);
    }

    /// Puts the rows in the place of those that are there. Most changes have collected none.
    pub async fn write(self, txn: &mut Transaction) -> Result<(), DbErr> {
        let (mut references, mut links) = (Vec::new(), Vec::new());
        for lookup in self.0 {
            match lookup {
                Lookup::References { plan, revision, replaces, rows } => {
                    if replaces {
                        let delete = "delete from plan_references \
                             where tenant_id = $1 and plan_id = $2 and revision = $3";
                        txn.execute(delete, [plan.into(), revision.into()]).await?;
                        references.retain(|row: &plan_reference::Model| {
                            (row.plan_id, row.revision) != (plan, revision)
                        });
                    }
                    references.extend(rows);
                }
                Lookup::Links { item, replaces, rows } => {
                    if replaces {
                        let delete =
                            "delete from action_item_links where tenant_id = $1 and action_item_id = $2";
                        txn.execute(delete, [item.into()]).await?;
                        links.retain(|row: &action_item_link::Model| row.action_item_id != item);
                    }
                    links.extend(rows);
                }
            }
        }
        if !references.is_empty() {
            txn.insert_all(references).await?;
        }
        if !links.is_empty() {
            txn.insert_all(links).await?;
        }
        Ok(())
    }
}
