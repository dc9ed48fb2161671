//! Prints a statement of the service for `scripts/bench`: of a plan (`read`), of a page of plans that a service (`list`) or
//! a manager (`managed`) reads, of team progress (`team`, `subtree`, `history`) or of the `coverage` of a cycle, for an
//! engine.

use std::io::Write as _;

use groundwork::{cycles, plans, teams};
use sea_orm::DbBackend;

fn main() -> anyhow::Result<()> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let [what, engine] = &arguments[..] else {
        anyhow::bail!("give the name of a statement, and the engine")
    };
    let backend = if engine == "PostgreSQL" { DbBackend::Postgres } else { DbBackend::Sqlite };
    let sql = match what.as_str() {
        "read" => plans::sample_read(),
        "list" => plans::sample_page(),
        "managed" => plans::sample_managed(),
        "team" => teams::sample_page(backend, false),
        "subtree" => teams::sample_page(backend, true),
        "history" => teams::sample_history(backend),
        "coverage" => cycles::store::coverage(false),
        _ => anyhow::bail!("there is no statement {what}"),
    };
    writeln!(std::io::stdout(), "{sql}")?;
    Ok(())
}
