//! Prints SQL for `scripts/bench`: of team progress (`team`, `subtree`, `history`) or of the `coverage` of a cycle, for an
//! engine.

use std::io::Write as _;

use groundwork::{cycles, teams};
use sea_orm::DbBackend;

fn main() -> anyhow::Result<()> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let [what, engine] = &arguments[..] else {
        anyhow::bail!("give team, subtree, history or coverage, and the engine")
    };
    let backend = if engine == "PostgreSQL" { DbBackend::Postgres } else { DbBackend::Sqlite };
    let sql = match what.as_str() {
        "history" => teams::sample_history(backend),
        "coverage" => cycles::store::coverage(false),
        what => teams::sample_page(backend, what == "subtree"),
    };
    writeln!(std::io::stdout(), "{sql}")?;
    Ok(())
}
