//! What every endpoint does alike.

mod bodies;
mod conditions;
mod cursors;
mod headers;
mod hostile;
mod kept;
mod limits;
mod names;
mod pages;
mod problems;
mod queries;
mod retries;
mod streams;
mod wire;
