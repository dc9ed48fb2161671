//! Prints the SQL of team progress for `scripts/bench`: `team`, `subtree` or `history`, and the engine.

use std::io::Write as _;

use groundwork::teams;
use sea_orm::DbBackend;

fn main() -> anyhow::Result<()> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let [what, engine] = &arguments[..] else {
        anyhow::bail!("give team, subtree or history, and the engine")
    };
    let backend = if engine == "PostgreSQL" { DbBackend::Postgres } else { DbBackend::Sqlite };
    let sql = match what.as_str() {
        "history" => teams::sample_history(backend),
        what => teams::sample_page(backend, what == "subtree"),
    };
    writeln!(std::io::stdout(), "{sql}")?;
    Ok(())
}
