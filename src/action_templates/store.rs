//! Queries about templates of actions.

use sea_orm::{DbErr, FromQueryResult, Value};

use crate::{
    auth::{Identity, permissions::Right, relations},
    db::{Conditions, Read},
    entity::{
        action_template::{self, TemplateAudience},
        columns,
    },
    ids::{PersonId, TemplateId},
    record::Change,
};

/// Filters for a list of templates.
#[derive(Debug, Default)]
pub struct TemplateFilter {
    pub audience: Option<TemplateAudience>,
    pub author_id: Option<PersonId>,
    /// The `uri` of a reference.
    pub reference: Option<String>,
}

/// That a template `t` is offered to a person, `$2`, at `$3`: it is for everyone, the person's own, or that of the
/// person's active manager or acting manager.
fn offered() -> String {
    format!(
        "(t.audience = 'everyone' or t.author_id = $2 \
         or exists (select 1 from people c join people a on a.tenant_id = $1 and a.id = c.manager_id and a.active \
             where c.tenant_id = $1 and c.id = $2 and c.manager_id = t.author_id) \
         or exists (select 1 from relations x join people a on a.tenant_id = $1 and a.id = x.other_id and a.active \
             where x.tenant_id = $1 and x.person_id = $2 and x.other_id = t.author_id and x.kind = 'acting' \
                 and {}))",
        relations::IN_FORCE
    )
}

/// Selects the templates that the caller may see; append conditions from `$4` on.
fn select(caller: &Identity) -> Conditions {
    let t = columns::<action_template::Entity>("t");
    let values: [Value; 2] = [caller.id_or_nil().into(), caller.now.into()];
    let mut sql =
        Conditions::new(&format!("select {t} from action_templates t where t.tenant_id = $1"), values);
    if !caller.roles().may(Right::ReadEveryTemplate) {
        sql.and(&offered());
    }
    sql
}

/// A page of the templates that the caller may see, oldest first, after `after`. Returns one row more than `limit` if
/// there is a next page.
pub async fn list(
    db: &impl Read,
    caller: &Identity,
    filter: &TemplateFilter,
    after: Option<TemplateId>,
    limit: u32,
) -> Result<Vec<action_template::Model>, DbErr> {
    let mut sql = select(caller);
    sql.and_if("t.audience = ?", filter.audience);
    sql.and_if("t.author_id = ?", filter.author_id);
    sql.and_if("t.reference_uri = ?", filter.reference.as_deref());
    sql.and_if("t.id > ?", after);
    sql.page("t.id", limit);
    db.list(&sql.sql, sql.values).await
}

/// A template that the caller may see.
pub async fn find(
    db: &impl Read,
    caller: &Identity,
    id: TemplateId,
) -> Result<Option<action_template::Model>, DbErr> {
    let mut sql = select(caller);
    sql.and_all("t.id = ?", [id.into()]);
    db.find(&sql.sql, sql.values).await
}

/// As [`find`], with the row locked until the end of the transaction.
pub async fn lock(
    txn: &Change,
    caller: &Identity,
    id: TemplateId,
) -> Result<Option<action_template::Model>, DbErr> {
    let mut sql = select(caller);
    sql.and_all("t.id = ?", [id.into()]);
    txn.find_for_update(&sql.sql, sql.values, "t").await
}

/// Whether a template is offered to the caller.
pub async fn is_offered(db: &impl Read, caller: &Identity, id: TemplateId) -> Result<bool, DbErr> {
    Ok(find(db, caller, id).await?.is_some())
}

/// How many templates there are for everyone, or of one author.
pub async fn count(
    db: &impl Read,
    audience: TemplateAudience,
    author: Option<PersonId>,
) -> Result<i64, DbErr> {
    let mut sql =
        Conditions::new("select count(*) as number from action_templates t where t.tenant_id = $1", []);
    sql.and_all("t.audience = ?", [audience.into()]);
    if audience == TemplateAudience::Reports {
        sql.and_if("t.author_id = ?", author);
    }
    db.count(&sql.sql, sql.values).await
}

/// Whose people a caller has.
#[derive(Clone, Copy, Debug, FromQueryResult)]
pub struct Leads {
    pub manages: i64,
    pub acts: i64,
}

/// Whether the caller is the manager of an active person, and whether the caller is acting manager of anyone.
pub async fn find_leads(db: &impl Read, caller: &Identity) -> Result<Leads, DbErr> {
    let sql = format!(
        "select (select count(*) from (select s.id from people s \
             where s.tenant_id = $1 and s.manager_id = $2 and s.active limit 1) m) as manages, \
         (select count(*) from ({} limit 1) n) as acts \
         from people p where p.tenant_id = $1 and p.id = $2",
        relations::people_acted_for()
    );
    let leads = db.find(&sql, [caller.id_or_nil().into(), caller.now.into()]).await?;
    Ok(leads.unwrap_or(Leads { manages: 0, acts: 0 }))
}
